// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import java.util.Optional;

/** A script failed. The message is a sentence for the author of the script. */
public final class ScriptFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a script failed. */
  public enum Reason {
    /** It threw an exception. */
    THREW,
    /** It used up its processor time. */
    TIMED_OUT,
    /** It used more memory than it may. */
    OUT_OF_MEMORY,
    /** Its calls were nested too deeply. */
    STACK_EXHAUSTED,
    /** Its result is a promise, or not JSON that can be stored. */
    UNUSABLE_RESULT,
    /**
     * The calling thread was interrupted; its interrupt status is set. Not a fault of the script.
     */
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

  /** Where the script threw, if known. */
  public Optional<ScriptPosition> position() {
    return Optional.ofNullable(position);
  }
}
