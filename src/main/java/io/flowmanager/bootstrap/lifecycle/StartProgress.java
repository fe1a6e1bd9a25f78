// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.config.ConfigurationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The progress of the start. The launcher of the microbundle, which lives in another class loader,
 * reads it from a system property; a failure is in the log as well, as one sentence.
 */
enum StartProgress {
  WAITING,
  RUNNING,
  FAILED;

  private static final Logger LOG = System.getLogger("io.flowmanager");
  private static final String PROPERTY = "io.flowmanager.start";

  void tell() {
    System.setProperty(PROPERTY, name());
  }

  /** Records that the start failed, with that sentence as the reason. */
  static void refuse(String sentence) {
    throw new ConfigurationException(List.of(sentence));
  }

  /**
   * Logs why the start failed, without a stack trace, and gives an exception to throw whose own
   * message says it: tools of servers show no more than the outermost one.
   */
  static ConfigurationException failed(RuntimeException fault) {
    LOG.log(Level.DEBUG, "The start failed", fault);
    ConfigurationException refusal =
        causes(fault)
            .filter(ConfigurationException.class::isInstance)
            .map(ConfigurationException.class::cast)
            .findFirst()
            .orElseGet(() -> new ConfigurationException(List.of(innermost(fault))));
    LOG.log(Level.ERROR, refusal.getMessage());
    FAILED.tell();
    return refusal;
  }

  private static String innermost(Throwable fault) {
    Throwable root = causes(fault).reduce((outer, inner) -> inner).orElse(fault);
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return root instanceof SQLException ? "The database cannot be used: " + message : message;
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
  }
}
