// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import io.flowmanager.saga.domain.flow.Hook;
import java.util.Optional;

/** A hook cannot be compiled: a fault of its flow file. */
public final class InvalidScriptException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String reason;
  private final transient ScriptPosition position;

  public InvalidScriptException(Hook hook, String reason, Optional<ScriptPosition> position) {
    super(
        "The hook at "
            + hook.pointer()
            + " cannot run: "
            + reason
            + position.map(place -> " (" + place + " of its content)").orElse("")
            + ".");
    this.pointer = hook.pointer();
    this.reason = reason;
    this.position = position.orElse(null);
  }

  /** JSON pointer of the hook in its flow file. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong, without the position and without a full stop. */
  public String reason() {
    return reason;
  }

  /** Position of the fault, if it has one. */
  public Optional<ScriptPosition> position() {
    return Optional.ofNullable(position);
  }
}
