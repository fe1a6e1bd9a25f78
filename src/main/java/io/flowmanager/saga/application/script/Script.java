// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import java.time.Duration;

/** A hook that is ready to run. Safe for use by many threads. */
public interface Script {

  /**
   * Begins a run. Each run starts from the state of the module after its top level was evaluated;
   * changes of other runs are not visible.
   */
  ScriptRun open();

  /**
   * Begins a run that may use at most that processor time, and at most the script's own limit. A
   * script without limits ignores it.
   */
  default ScriptRun open(Duration atMost) {
    return open();
  }
}
