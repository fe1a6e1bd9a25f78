// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random values: our text of them is the provider's, character by character. */
class TextWriterPropertyTest {

  private static final int DEPTH = 3;

  @Property(tries = 1_000)
  void textIsTheProvidersText(@ForAll("values") JsonValue value) {
    assertThat(JsonText.write(value)).isEqualTo(textOfTheProvider(value));
  }

  @Property(tries = 500)
  void anyCharactersAreWrittenAsTheProviderWritesThem(@ForAll String text) {
    JsonValue value = JsonText.values().createValue(text);

    assertThat(JsonText.write(value)).isEqualTo(textOfTheProvider(value));
  }

  @Provide
  Arbitrary<JsonValue> values() {
    return values(DEPTH);
  }

  private static Arbitrary<JsonValue> values(int depth) {
    if (depth == 0) {
      return scalars();
    }
    return Arbitraries.frequencyOf(
        Tuple.of(2, scalars()),
        Tuple.of(1, values(depth - 1).list().ofMaxSize(3).map(TextWriterPropertyTest::array)),
        Tuple.of(
            1,
            Arbitraries.maps(texts(), values(depth - 1))
                .ofMaxSize(3)
                .map(TextWriterPropertyTest::object)));
  }

  private static Arbitrary<JsonValue> scalars() {
    Arbitrary<JsonValue> words = Arbitraries.of(JsonValue.NULL, JsonValue.TRUE, JsonValue.FALSE);
    Arbitrary<JsonValue> numbers =
        Arbitraries.of("0", "-7", "1.50", "1E+400", "12345678901234567890", "-2147483648")
            .map(text -> Json.createValue(new BigDecimal(text)));
    Arbitrary<JsonValue> longs = Arbitraries.longs().map(Json::createValue);
    return Arbitraries.oneOf(words, numbers, longs, texts().map(Json::createValue));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab\"\\/\b\f\n\r\t\u0000\u001f\u007f\u00e9\u20ac\ud83d\ude80")
        .ofMaxLength(6);
  }

  private static JsonValue array(List<JsonValue> elements) {
    return Json.createArrayBuilder(elements).build();
  }

  private static JsonValue object(Map<String, JsonValue> members) {
    var object = Json.createObjectBuilder();
    members.forEach(object::add);
    return object.build();
  }

  private static String textOfTheProvider(JsonValue value) {
    var text = new StringWriter();
    try (var writer = Json.createWriter(text)) {
      writer.write(value);
    }
    return text.toString();
  }
}
