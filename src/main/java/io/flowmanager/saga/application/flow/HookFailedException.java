// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.domain.FlowVersion;

/** The hook of a command failed. The hook of another version of the flow may succeed. */
public final class HookFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient FlowVersion version;

  /**
   * @param pointer JSON pointer of the hook in its flow file
   */
  public HookFailedException(FlowVersion version, String pointer, ScriptFailedException cause) {
    super("The hook at " + pointer + " failed. " + cause.getMessage(), cause);
    this.version = version;
  }

  /** The version of the flow that has the hook. */
  public FlowVersion version() {
    return version;
  }
}
