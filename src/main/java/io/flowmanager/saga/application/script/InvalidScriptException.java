// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import io.flowmanager.saga.domain.flow.Hook;
import java.util.Optional;

/** A hook cannot run as it is written: a fault of its flow file. */
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

  /** What is wrong, without place; no full stop at the end. */
  public String reason() {
    return reason;
  }

  /** Where it is wrong, if the fault has a place. */
  public Optional<ScriptPosition> position() {
    return Optional.ofNullable(position);
  }
}
