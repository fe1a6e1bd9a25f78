// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.domain.FlowVersion;

/** The hook of a command made no message. Another version of the flow may do better. */
public final class HookFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient FlowVersion version;

  /**
   * @param pointer JSON pointer of the hook in that flow
   */
  public HookFailedException(FlowVersion version, String pointer, ScriptFailedException cause) {
    super("The hook at " + pointer + " made no message. " + cause.getMessage(), cause);
    this.version = version;
  }

  /** Of the flow that has the hook. */
  public FlowVersion version() {
    return version;
  }
}
