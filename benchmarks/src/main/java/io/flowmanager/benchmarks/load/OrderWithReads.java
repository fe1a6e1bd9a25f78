// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/** After each write of an order it is looked at, each time another way. */
final class OrderWithReads implements Conversation {

  private final Order order;
  private final Endpoints endpoints;
  private boolean reading;

  OrderWithReads(Order order, Endpoints endpoints) {
    this.order = order;
    this.endpoints = endpoints;
  }

  @Override
  public Request next() {
    return reading ? endpoints.read(view(order.events())) : order.next();
  }

  private String view(int events) {
    return switch (events) {
      case 1 -> "/status/" + order.saga();
      case 2 -> "/sagas?entityId=" + order.entity();
      case 3 -> "/sagas?limit=20";
      default -> "/sagas/" + order.saga();
    };
  }

  @Override
  public void answered(HttpMessage answer) throws UnexpectedAnswerException {
    if (reading) {
      Answers.expectOk(answer);
      if (order.events() != 3 && !answer.body().contains(order.saga())) {
        throw new UnexpectedAnswerException("saga " + order.saga(), answer);
      }
    } else {
      order.answered(answer);
    }
    reading = !reading;
  }
}
