// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.micro;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps the first fault that the server logs while it starts. Payara reports a failed deployment
 * nowhere else; {@code logging.properties} registers this handler.
 */
public final class StartupFaults extends Handler {

  private static final AtomicReference<Throwable> FIRST = new AtomicReference<>();
  private static volatile boolean listening = true;

  static Optional<String> firstMessage() {
    return Optional.ofNullable(FIRST.get()).map(StartupFaults::rootMessage);
  }

  static String messageOfFirstOr(Throwable fault) {
    return firstMessage().orElseGet(() -> rootMessage(fault));
  }

  /** To be called once the application runs: later faults are none of the start. */
  static void forget() {
    listening = false;
    FIRST.set(null);
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  @Override
  public void publish(LogRecord event) {
    boolean severe = event.getLevel().intValue() >= Level.SEVERE.intValue();
    if (listening && severe && event.getThrown() != null) {
      FIRST.compareAndSet(null, event.getThrown());
    }
  }

  @Override
  public void flush() {
    // nothing is buffered
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
