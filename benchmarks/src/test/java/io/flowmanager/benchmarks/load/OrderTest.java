// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTest {

  private final Order order = new Order(new Endpoints("", new Bodies(0)), Order.EVENTS.size());

  private static HttpMessage answer(int status, String body) {
    return new HttpMessage("HTTP/1.1 " + status + " x", body, 0);
  }

  @BeforeEach
  void start() throws UnexpectedAnswerException {
    order.next();
    order.answered(answer(200, "{\"sagaId\":\"s-1\"}"));
    order.next();
  }

  @Test
  void aRefusalEndsTheRun() {
    assertThatExceptionOfType(UnexpectedAnswerException.class)
        .isThrownBy(() -> order.answered(answer(503, "{\"title\":\"Busy\"}")))
        .withMessageContaining("Busy");
  }

  @Test
  void anIgnoredEventEndsTheRun() {
    String ignored = "{\"sagaId\":\"s-1\",\"outcome\":\"ignored\",\"currentState\":\"CREATED\"}";

    assertThatExceptionOfType(UnexpectedAnswerException.class)
        .isThrownBy(() -> order.answered(answer(200, ignored)))
        .withMessageContaining("PAID");
  }
}
