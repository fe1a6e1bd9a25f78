// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import java.util.Optional;

/** The reason why a message was not applied. */
public record Skipped(SkipReason reason, String detail) {

  /** Empty for any other answer: applied, ignored, a repeat, or out of turn. */
  public static Optional<Skipped> of(Answer answer) {
    if (answer instanceof Answer.Unreadable unreadable) {
      return Optional.of(new Skipped(unreadable.reason(), unreadable.detail()));
    }
    if (answer instanceof Answer.UnknownSaga unknown) {
      String detail = "There is no saga \"" + unknown.saga() + "\" of this flow.";
      return Optional.of(new Skipped(SkipReason.UNKNOWN_SAGA, detail));
    }
    return answer instanceof Answer.Refused refused
        ? Optional.of(new Skipped(SkipReason.REFUSED, refused.refusal().detail()))
        : Optional.empty();
  }
}
