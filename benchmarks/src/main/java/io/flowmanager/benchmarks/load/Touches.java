// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.util.Locale;

/** Some events on a saga that stays where it is: {@code flows/growth.json}. */
final class Touches implements Conversation {

  private final Endpoints endpoints;
  private final String saga;
  private int step;

  Touches(Endpoints endpoints, String prefix, long number) {
    this.endpoints = endpoints;
    this.saga = id(prefix, number % Scripts.TOUCHED_SAGAS);
  }

  static String id(String prefix, long number) {
    return String.format(Locale.ROOT, "%s-%08d", prefix, number);
  }

  @Override
  public Request next() {
    return step == Scripts.TOUCHES ? null : endpoints.event(saga, "touched");
  }

  @Override
  public void answered(HttpMessage answer) throws UnexpectedAnswerException {
    Answers.expectState(answer, "OPEN");
    step++;
  }
}
