// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/** What a good answer looks like. */
final class Answers {

  private static final String SAGA_ID = "\"sagaId\":\"";

  private Answers() {}

  static void expectOk(HttpMessage answer) throws UnexpectedAnswerException {
    if (!answer.firstLine().startsWith("HTTP/1.1 200")) {
      throw new UnexpectedAnswerException("status 200", answer);
    }
  }

  /** The id of the saga that was started. */
  static String sagaId(HttpMessage answer) throws UnexpectedAnswerException {
    expectOk(answer);
    int start = answer.body().indexOf(SAGA_ID);
    if (start < 0) {
      throw new UnexpectedAnswerException("a sagaId", answer);
    }
    int from = start + SAGA_ID.length();
    return answer.body().substring(from, answer.body().indexOf('"', from));
  }

  static void expectState(HttpMessage answer, String state) throws UnexpectedAnswerException {
    expectOk(answer);
    if (!answer.body().contains("\"transitioned\"")
        || !answer.body().contains("\"" + state + "\"")) {
      throw new UnexpectedAnswerException("a transition to " + state, answer);
    }
  }
}
