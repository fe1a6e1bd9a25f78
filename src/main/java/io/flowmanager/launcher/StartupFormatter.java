// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Leaves out stack traces until the server has started, unless it logs at DEBUG: Payara writes the
 * same one many times for a deployment that fails, and the sentence that says why is lost in them.
 */
public final class StartupFormatter extends SimpleFormatter {

  private static final Logger OURS = Logger.getLogger("io.flowmanager");

  @Override
  public String format(LogRecord event) {
    boolean isPlain =
        event.getThrown() == null || !StartupFaults.isListening() || OURS.isLoggable(Level.FINE);
    return super.format(isPlain ? event : withoutTrace(event));
  }

  private static LogRecord withoutTrace(LogRecord event) {
    var line = new LogRecord(event.getLevel(), event.getMessage());
    line.setParameters(event.getParameters());
    line.setResourceBundle(event.getResourceBundle());
    line.setLoggerName(event.getLoggerName());
    line.setInstant(event.getInstant());
    line.setSourceClassName(event.getSourceClassName());
    line.setSourceMethodName(event.getSourceMethodName());
    return line;
  }
}
