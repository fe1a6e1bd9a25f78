// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.util.List;

/** A start and so many events of {@code flows/rest-order.json}. */
final class Order implements Conversation {

  static final List<String> EVENTS = List.of("paid", "prepared", "shipped", "delivered");
  private static final List<String> STATES = List.of("PAID", "PREPARED", "SHIPPED", "DELIVERED");

  private final Endpoints endpoints;
  private final int events;
  private final String entity = Endpoints.newEntity();
  private String saga;
  private int step = -1;

  Order(Endpoints endpoints, int events) {
    this.endpoints = endpoints;
    this.events = events;
  }

  @Override
  public Request next() {
    if (step < 0) {
      return endpoints.start(entity);
    }
    return step == events ? null : endpoints.event(saga, EVENTS.get(step));
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

  String entity() {
    return entity;
  }

  /** How many events it has had. */
  int events() {
    return step;
  }
}
