// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFootprintTest {

  private static final int NO_LIMIT = 1_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "\"text\"", "[1, 2.5, true]", "{\"c\": \"text\"}"})
  void aFewValuesAreLight(String text) {
    assertThat(bytes(text)).isLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%s\"", "[\"%s\"]", "{\"a\": {\"b\": [\"%s\"]}}", "{\"%s\": 1}"})
  void aTextTakesTwoBytesForEachCharacterWhereverItIs(String text) {
    int difference = bytes(text.formatted("x".repeat(1_000))) - bytes(text.formatted(""));

    assertThat(difference).isEqualTo(2_000);
  }

  @Test
  void aLongNumberIsHeavierThanAShortOne() {
    assertThat(bytes("1".repeat(1_000))).isGreaterThan(bytes("1") + 900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1, ", "true, ", "[], ", "{}, ", "\"\", "})
  void eachOfManyShortValuesCounts(String element) {
    assertThat(bytes("[" + element.repeat(100) + "0]")).isGreaterThan(800);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s0]", "{\"a\": [%s0]}"})
  void itLooksNoFurtherThanItMust(String text) {
    JsonValue value = JsonText.parse(text.formatted("1234567, ".repeat(10_000)));

    assertThat(JsonFootprint.bytes(1_000, value)).isBetween(1_000, 2_000);
  }

  private static int bytes(String text) {
    return JsonFootprint.bytes(NO_LIMIT, JsonText.parse(text));
  }
}
