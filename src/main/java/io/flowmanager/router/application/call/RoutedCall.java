// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.time.Instant;
import java.util.Optional;

/**
 * A {@code /saga} call that was begun, with all that any node needs to finish it.
 *
 * @param key the caller's key, or a generated one
 * @param isOwnKey true if the key was generated, so the caller cannot ask for the call again
 * @param ruleId the rule that matched the metadata when the call was begun
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

  /** The status of a call. */
  public enum Status {
    /** Running, or waiting for the next attempt. */
    OPEN,
    /** Both sagas exist and the main saga was told. */
    DONE,
    /** An upstream refused a step. An operator must correct the cause and repeat the call. */
    FAILED
  }

  /**
   * The progress of a call.
   *
   * @param attempts number of failed attempts
   * @param nextAttempt when any node may claim the call
   * @param lastError reason of the latest failure
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
