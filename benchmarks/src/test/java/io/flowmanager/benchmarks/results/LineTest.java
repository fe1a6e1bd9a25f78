// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

  private static String number(double value) {
    return Lines.text(Line.of("w", "s").number("n", value).build(), "n");
  }

  @Test
  void numbersArePlain() {
    assertThat(number(81_400)).isEqualTo("81400");
    assertThat(number(10)).isEqualTo("10");
    assertThat(number(0.0424)).isEqualTo("0.042");
  }

  @Test
  void whatIsNoNumberIsLeftOut() {
    assertThat(number(Double.NaN)).isEmpty();
  }
}
