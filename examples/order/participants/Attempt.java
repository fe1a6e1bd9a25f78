// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletionException;

/**
 * One try to hand an event over.
 *
 * @param answer null when there was none
 * @param failure why there was none, else null
 */
record Attempt(HttpResponse<String> answer, Throwable failure) {

  private static final int TOO_MANY_REQUESTS = 429;

  /** Whether a further try would be pointless. */
  boolean isSettled() {
    return failure == null && (isTaken() || isRefused());
  }

  @Override
  public String toString() {
    if (failure != null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return "got no answer (" + cause + ")";
    }
    if (isRefused()) {
      return "refused with HTTP %d: %s".formatted(answer.statusCode(), answer.body());
    }
    return isTaken() ? "taken" : "met HTTP " + answer.statusCode();
  }

  private boolean isTaken() {
    return answer.statusCode() / 100 == 2;
  }

  // The flow manager's own refusals are problem documents. A bare 404 comes from a server that is
  // still starting.
  private boolean isRefused() {
    return answer.statusCode() / 100 == 4
        && answer.statusCode() != TOO_MANY_REQUESTS
        && answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json");
  }
}
