// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import io.flowmanager.benchmarks.load.LoadOutcome.Kind;
import java.util.List;

/** A start and four events: {@code flows/rest-order.json}. */
final class Order implements Conversation {

  static final List<String> EVENTS = List.of("paid", "prepared", "shipped", "delivered");
  static final List<String> STATES = List.of("PAID", "PREPARED", "SHIPPED", "DELIVERED");

  private final String base;
  private final Bodies bodies;
  private String saga;
  private int step = -1;

  Order(String base, Bodies bodies) {
    this.base = base;
    this.bodies = bodies;
  }

  @Override
  public Request next() {
    if (step < 0) {
      return Request.post(Kind.START, base + "/saga", bodies.start());
    }
    return step == EVENTS.size() ? null : Request.post(Kind.EVENT, base + "/event", bodies.event(saga, EVENTS.get(step)));
  }

  @Override
  public void answered(HttpMessage answer) throws UnexpectedAnswerException {
    if (step < 0) {
      saga = Answers.sagaId(answer);
    } else {
      Answers.expectState(answer, STATES.get(step));
    }
    step++;
  }

  String saga() {
    return saga;
  }
}
