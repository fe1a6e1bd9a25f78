// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random texts: the answer is a value or a sentence, and a value is what another parser reads. */
class UntrustedJsonPropertyTest {

  private static final ObjectMapper OTHER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** 1.50 and 1.5e0 are the same number. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private final UntrustedJson json = new UntrustedJson(20);

  @Property(tries = 2_000)
  void acceptedTextMeansWhatAnotherParserReads(@ForAll("pieces") List<String> pieces)
      throws JsonProcessingException {
    String text = String.join("", pieces);

    Optional<JsonValue> value = parse(text.getBytes(StandardCharsets.UTF_8));

    if (value.isPresent()) {
      JsonNode expected = OTHER.readTree(text);
      assertThat(expected.equals(BY_VALUE, OTHER.readTree(JsonText.write(value.get())))).isTrue();
      assertThat(JsonText.parse(JsonText.write(value.get()))).isEqualTo(value.get());
    }
  }

  @Property(tries = 1_000)
  void anyBytesGetAnAnswer(@ForAll @Size(max = 40) byte[] bytes) {
    parse(bytes).ifPresent(value -> assertThat(JsonText.write(value)).isNotEmpty());
  }

  @Property(tries = 500)
  void everyTextSurvivesAsAString(@ForAll("texts") String text) {
    JsonValue written = JsonText.values().createValue(text);

    assertThat(parse(JsonText.bytes(written))).contains(written);
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\":",
            "\"\\u00e9\"",
            "\"\\uD83D\\uDE80\"",
            "\"\\uD83D\"",
            "\"",
            "\\",
            "1",
            "0",
            "-",
            "1.50",
            "1e3",
            "true",
            "null",
            " ",
            "é",
            "{}")
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(20)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private Optional<JsonValue> parse(byte[] bytes) {
    try {
      return Optional.of(json.parse(bytes));
    } catch (JsonSyntaxException e) {
      assertThat(e).hasMessageEndingWith(".");
      return Optional.empty();
    }
  }
}
