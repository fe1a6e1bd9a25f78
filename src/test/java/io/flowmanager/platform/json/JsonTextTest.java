// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "1.50", "\"a\"", "null", "true", " {\"a\":[{}]} \n"})
  void oneValueIsReadAsItStands(String text) {
    assertThat(JsonText.write(JsonText.parse(text))).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}}", "[1],", "1 2", "null x", "", " ", "nul", "{\"a\""})
  void anythingElseIsNoJson(String text) {
    assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(JsonSyntaxException.class);
  }
}
