// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.flow.BusinessId;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessIdTest {

  @Test
  void numberAndStringOfTheSameTextAreDifferentIds() {
    assertThat(id("1")).isNotEqualTo(id("\"1\""));
    assertThat(id("1").string()).isEmpty();
    assertThat(id("\"1\"").string()).contains("1");
  }

  @ParameterizedTest
  @CsvSource({"1,1.0", "1,1.000e0", "100,1e2", "0,-0.0", "0.05,5e-2", "1e40,10e39", "-7,-7.0"})
  void sameNumberIsTheSameIdHoweverItIsWritten(String one, String other) {
    assertThat(id(one)).isEqualTo(id(other));
  }

  @Test
  void numberIsWrittenPlainUnlessItIsHuge() {
    assertThat(id("1e2")).hasToString("100");
    assertThat(id("1e999999").text()).hasSizeLessThan(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"\\\"\"", "\"a\\\\b\"", "\"1\\n2\""})
  void stringKeepsItsCharacters(String json) {
    var parsed = (JsonString) JsonText.parse(json);

    assertThat(BusinessId.of(parsed).string()).contains(parsed.getString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "{}", "[1]"})
  void anyOtherValueIsNoId(String json) {
    assertThatThrownBy(() -> id(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a string or a number");
  }

  private static BusinessId id(String json) {
    return BusinessId.of(JsonText.parse(json));
  }
}
