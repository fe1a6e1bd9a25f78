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
 * loader: the static methods of {@code jakarta.json.Json} look them up at each call, which costs
 * more than parsing a small body. Thread-safe.
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
   * Parses a trusted text, such as one that this server has written.
   *
   * @throws JsonSyntaxException if it is not JSON
   */
  public static JsonValue parse(String text) {
    try (var parser = parser(text)) {
      parser.next();
      JsonValue value = parser.getValue();
      // A JsonReader would ignore text after the value.
      if (parser.hasNext()) {
        throw new JsonSyntaxException("The text continues after its JSON value.");
      }
      return value;
    } catch (JsonParsingException e) {
      throw JsonSyntaxException.at(e);
    } catch (JsonException | NoSuchElementException e) {
      throw new JsonSyntaxException("The text is not JSON.", e);
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException("The JSON has a number whose exponent is out of range.", e);
    }
  }

  /** A streaming parser of the text. */
  static JsonParser parser(String text) {
    return PARSERS.createParser(new StringReader(text));
  }

  /** The value as compact JSON. */
  public static String write(JsonValue value) {
    return new TextWriter().write(value);
  }

  /** The value as compact JSON, in UTF-8. */
  public static byte[] bytes(JsonValue value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }
}
