// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallKeyTest {

  @Test
  void aStepHasAKeyOfItsOwn() {
    assertThat(new CallKey("k").step("sub")).isEqualTo(new CallKey("k/sub"));
  }

  @Test
  void theStepsOfLongKeysDifferAndStayShort() {
    var one = new CallKey("x".repeat(254) + "1");
    var other = new CallKey("x".repeat(254) + "2");

    assertThat(one.step("sub")).isNotEqualTo(other.step("sub")).isEqualTo(one.step("sub"));
    assertThat(one.step("sub").value()).hasSizeLessThan(80).endsWith("/sub");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "ä", "a\n"})
  void whatHttpCannotCarryIsRefused(String key) {
    assertThatThrownBy(() -> new CallKey(key)).isInstanceOf(IllegalArgumentException.class);
  }
}
