// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.time.Instant;
import java.util.Optional;

/**
 * A {@code /saga} call that was begun: what is needed to finish it, whoever does so.
 *
 * @param key the caller's, or our own
 * @param isOwnKey the caller gave none, so nobody can ask for the call again
 * @param ruleId the rule that took the metadata when the call came
 * @param mainSaga its id, once it is known
 * @param subSaga its id, once it is known
 */
public record RoutedCall(
    CallKey key,
    boolean isOwnKey,
    NewSagaOrder order,
    String ruleId,
    Optional<String> mainSaga,
    Optional<String> subSaga,
    Progress progress) {

  /** Where the call stands. */
  public enum Status {
    /** At work, or waiting for the next attempt. */
    OPEN,
    /** Both sagas exist and the main one knows it. */
    DONE,
    /** An upstream refused a step; somebody must look at it, or repeat the call. */
    FAILED
  }

  /**
   * How far it has come.
   *
   * @param attempts that failed
   * @param nextAttempt when somebody else may take it up
   * @param lastError what went wrong last
   */
  public record Progress(
      Status status,
      int attempts,
      Instant nextAttempt,
      Optional<String> lastError,
      Instant begunAt) {

    Progress(Status status, Progress before, Instant nextAttempt) {
      this(status, before.attempts(), nextAttempt, before.lastError(), before.begunAt());
    }
  }

  public RoutedCall withMainSaga(String id) {
    return new RoutedCall(key, isOwnKey, order, ruleId, Optional.of(id), subSaga, progress);
  }

  public RoutedCall withSubSaga(String id) {
    return new RoutedCall(key, isOwnKey, order, ruleId, mainSaga, Optional.of(id), progress);
  }

  RoutedCall withKnownKey() {
    return new RoutedCall(key, false, order, ruleId, mainSaga, subSaga, progress);
  }

  RoutedCall with(Progress changed) {
    return new RoutedCall(key, isOwnKey, order, ruleId, mainSaga, subSaga, changed);
  }
}
