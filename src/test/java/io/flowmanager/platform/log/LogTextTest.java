// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

  private static final String ESCAPE = Character.toString(0x1B);

  @Test
  void usualTextStaysAsItIs() {
    assertThat(LogText.of("paid: {0} \\d + Zoë 試 😀")).isEqualTo("paid: {0} \\d + Zoë 試 😀");
  }

  @Test
  void lineBreaksAndControlCharactersAreEscaped() {
    assertThat(LogText.of("a\r\n2026 SEVERE\tb" + ESCAPE + "[31m\0\u0085"))
        .isEqualTo("a\\r\\n2026 SEVERE\\tb\\u001b[31m\\u0000\\u0085");
  }

  @Test
  void charactersThatTurnTheDirectionAndOtherLineEndsAreEscaped() {
    assertThat(LogText.of("a\u202Eb\u2066\u200F\u2028\u2029\uFEFF"))
        .isEqualTo("a\\u202eb\\u2066\\u200f\\u2028\\u2029\\ufeff");
  }

  @Test
  void halfOfASurrogatePairIsEscaped() {
    assertThat(LogText.of("a\uD83Db")).isEqualTo("a\\ud83db");
  }

  @Test
  void textIsCutAtTwoHundredCharacters() {
    assertThat(LogText.of("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(LogText.of("x".repeat(201))).isEqualTo("x".repeat(199) + "…");
  }

  @Test
  void cutNeverDividesAnEscapeOrACharacter() {
    assertThat(LogText.of("x".repeat(197) + "\n\n")).isEqualTo("x".repeat(197) + "\\n…");
    assertThat(LogText.of("x".repeat(198) + "\n\n")).isEqualTo("x".repeat(198) + "…");
    assertThat(LogText.of("x".repeat(198) + "😀y")).isEqualTo("x".repeat(198) + "…");
  }

  @Test
  void nothingIsTheWordNull() {
    assertThat(LogText.of(null)).isEqualTo("null");
  }
}
