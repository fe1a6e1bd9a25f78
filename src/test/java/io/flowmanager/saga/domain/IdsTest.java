// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "é", "a\u0000", "a\n", "\uD83D\uDE80"})
  void textThatIsNoSagaIdIsRefusedAndNotFound(String text) {
    assertThatThrownBy(() -> new SagaId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(SagaId.find(text)).isEmpty();
  }

  @Test
  void sagaIdHasAtMost128Characters() {
    assertThat(SagaId.find("x".repeat(128))).isPresent();
    assertThat(SagaId.find("x".repeat(129))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a ", "é", "a\tb", "a\n"})
  void textThatIsNoEventIdIsRefused(String text) {
    assertThatThrownBy(() -> new EventId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 255");
  }

  @Test
  void eventIdHasAtMost255CharactersAndMayHaveBlanksInside() {
    assertThat(new EventId("a b")).hasToString("a b");
    assertThat(new EventId("x".repeat(255)).value()).hasSize(255);
    assertThatThrownBy(() -> new EventId("x".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void commandIdNamesItsPartOnlyForSideEffects() {
    assertThat(new CommandId(new SagaId("s"), 3, 0)).hasToString("s.3");
    assertThat(new CommandId(new SagaId("s"), 3, 2)).hasToString("s.3.2");
  }

  @Test
  void commandIdIsFoundBehindTheLastDot() {
    CommandId dotted = new CommandId(new SagaId("order-a.b"), 12, 0);
    assertThat(CommandId.find(dotted.toString())).contains(dotted);
    assertThat(CommandId.find("s.0")).contains(new CommandId(new SagaId("s"), 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s", ".1", "s.", "s.x", "s.-1", "s.01", "a b.1", "s.1234567890123456789"})
  void textThatIsNoCommandIdIsNotFound(String text) {
    assertThat(CommandId.find(text)).isEmpty();
  }
}
