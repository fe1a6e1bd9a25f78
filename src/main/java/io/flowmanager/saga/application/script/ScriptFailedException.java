// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import java.util.Optional;

/** A script did not answer. The message is a sentence for the one who wrote the script. */
public final class ScriptFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a script did not answer. */
  public enum Reason {
    /** It threw. */
    THREW,
    /** It spent its processor time. */
    TIMED_OUT,
    /** It asked for more memory than it may have. */
    OUT_OF_MEMORY,
    /** It called itself too deep. */
    STACK_EXHAUSTED,
    /** Its result is no JSON that can be stored, or comes later (a promise). */
    UNUSABLE_RESULT,
    /** The calling thread was interrupted, and still is; no fault of the script. */
    INTERRUPTED,
    /** An earlier call of the same run failed. */
    OVER
  }

  private final Reason reason;
  private final transient ScriptPosition position;

  public ScriptFailedException(Reason reason, String message, Optional<ScriptPosition> position) {
    super(position.map(place -> message + " (" + place + ")").orElse(message) + ".");
    this.reason = reason;
    this.position = position.orElse(null);
  }

  public Reason reason() {
    return reason;
  }

  /** Where the script threw, if it is known. */
  public Optional<ScriptPosition> position() {
    return Optional.ofNullable(position);
  }
}
