// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWeightTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"text\"",
        "{\"a\": [1, 2.5, true], \"b\": {\"c\": \"text\"}}",
        "[[[[[]]]]]"
      })
  void aFewValuesAreLight(String text) {
    assertThat(JsonWeight.isBelow(100, JsonText.parse(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%s\"", "[\"%s\"]", "{\"a\": {\"b\": [\"%s\"]}}", "{\"%s\": 1}"})
  void oneLongTextIsHeavyWhereverItIs(String text) {
    JsonValue value = JsonText.parse(text.formatted("x".repeat(100)));

    assertThat(JsonWeight.isBelow(100, value)).isFalse();
    assertThat(JsonWeight.isBelow(200, value)).isTrue();
  }

  @Test
  void aLongNumberIsHeavy() {
    assertThat(JsonWeight.isBelow(100, JsonText.parse("1".repeat(100)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1, ", "true, ", "[], ", "{}, ", "\"\", "})
  void manyShortValuesAreHeavy(String element) {
    JsonValue value = JsonText.parse("[" + element.repeat(100) + "0]");

    assertThat(JsonWeight.isBelow(100, value)).isFalse();
  }
}
