// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {

  @Test
  void whiteSpaceAndControlCharactersBecomeOneSpace() {
    assertThat(ReadableText.line(" a\r\n\t\u0000 b\u2028c ", 80)).isEqualTo("a b c");
  }

  @Test
  void charactersThatNoDocumentMayHoldAndThoseThatTurnTheDirectionAreReplaced() {
    assertThat(ReadableText.line("\uD800|\uFFFE|\u202E|\u2066", 80))
        .isEqualTo("\uFFFD|\uFFFD|\uFFFD|\uFFFD");
  }

  @Test
  void longTextEndsWithAnEllipsisAndNeverInHalfACharacter() {
    assertThat(ReadableText.line("😀😀😀😀", 3)).isEqualTo("😀😀…");
    assertThat(ReadableText.line("😀😀😀", 3)).isEqualTo("😀😀😀");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT1.5S, 1.5 s",
    "PT90M, 1 h 30 min",
    "P2DT4H, 2 d 4 h",
    "PT61S, 1 min 1 s"
  })
  void durationIsReadable(Duration duration, String text) {
    assertThat(ReadableText.duration(duration)).isEqualTo(text);
  }
}
