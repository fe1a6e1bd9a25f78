// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import java.time.Duration;

/** A compiled hook. Thread-safe. */
public interface Script {

  /**
   * Begins a run. Each run starts with the state that the module has after the evaluation of its
   * top level. It does not see changes made by other runs.
   */
  ScriptRun open();

  /**
   * Begins a run that may use at most {@code atMost} processor time, or the script's own limit if
   * that is lower. A script without limits ignores it.
   */
  default ScriptRun open(Duration atMost) {
    return open();
  }
}
