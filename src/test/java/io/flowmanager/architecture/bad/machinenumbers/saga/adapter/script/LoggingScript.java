// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machinenumbers.saga.adapter.script;

import java.lang.System.Logger.Level;

/** Logs a number with the digits of the machine. */
public final class LoggingScript {

  void count(int runs) {
    System.getLogger("script").log(Level.INFO, "Ran {0} times", runs);
  }
}
