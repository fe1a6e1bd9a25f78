// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import java.time.Duration;

/** A hook that is ready to run. Safe for use by many threads. */
public interface Script {

  /**
   * Begins a run. Each run starts from the state that the module's top level left behind when it
   * was compiled; nothing that another run changed is visible in it.
   */
  ScriptRun open();

  /**
   * Begins a run that may spend no more processor time than that, nor than the script may anyway. A
   * script that knows no limits takes no notice.
   */
  default ScriptRun open(Duration atMost) {
    return open();
  }
}
