// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads and writes JSON (RFC 8259). The provider and its factories are looked up once per class
 * loader: the static methods of {@code jakarta.json.Json} look them up at every call, which costs
 * more than the parsing of a small body. Everything here is safe for use by many threads.
 */
public final class JsonText {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

  private JsonText() {}

  /** Makes objects and arrays. */
  public static JsonBuilderFactory builders() {
    return BUILDERS;
  }

  /** Makes single values. */
  public static JsonProvider values() {
    return PROVIDER;
  }

  /**
   * The value of a text that we wrote ourselves.
   *
   * @throws JsonSyntaxException when it is no JSON
   */
  public static JsonValue parse(String text) {
    try (var parser = parser(text)) {
      parser.next();
      JsonValue value = parser.getValue();
      // A reader would leave unseen what follows the value.
      if (parser.hasNext()) {
        throw new JsonSyntaxException("The text goes on after its JSON value.");
      }
      return value;
    } catch (JsonParsingException e) {
      throw JsonSyntaxException.at(e);
    } catch (JsonException | NoSuchElementException e) {
      throw new JsonSyntaxException("The text is not JSON.", e);
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException(
          "The JSON has a number whose exponent is beyond all bounds.", e);
    }
  }

  /** The parts of a text one after the other. */
  static JsonParser parser(String text) {
    return PARSERS.createParser(new StringReader(text));
  }

  /** The shortest text of a value. */
  public static String write(JsonValue value) {
    return new TextWriter().write(value);
  }

  /** The shortest text of a value, in UTF-8. */
  public static byte[] bytes(JsonValue value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }
}
