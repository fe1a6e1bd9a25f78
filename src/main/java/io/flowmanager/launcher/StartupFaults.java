// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * Keeps why a start failed: the sentence that the application logs, else the first fault that the
 * server does. Payara reports a failed deployment nowhere else; {@code logging.properties}
 * registers this handler.
 */
public final class StartupFaults extends Handler {

  private static final String APPLICATION = "io.flowmanager";
  private static final AtomicReference<String> SENTENCE = new AtomicReference<>();
  private static final AtomicReference<Throwable> FIRST = new AtomicReference<>();

  /** What a driver says names the place, but not the settings; its own cause names neither. */
  private static final String DATABASE_ADVICE =
      "The database cannot be used; check DB_URL, DB_USER and DB_PASSWORD: ";

  private static volatile boolean listening = true;

  static Optional<String> firstMessage() {
    return Optional.ofNullable(SENTENCE.get())
        .or(() -> Optional.ofNullable(FIRST.get()).map(StartupFaults::rootMessage));
  }

  static String messageOfFirstOr(Throwable fault) {
    return firstMessage().orElseGet(() -> rootMessage(fault));
  }

  /** Whether the server is still starting. */
  static boolean isListening() {
    return listening;
  }

  /** To be called once the application runs: later faults are none of the start. */
  static void forget() {
    listening = false;
    FIRST.set(null);
    SENTENCE.set(null);
  }

  private static String rootMessage(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .map(sql -> DATABASE_ADVICE + sql.getMessage())
        .orElseGet(() -> innermostMessage(fault));
  }

  private static String innermostMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  @Override
  public void publish(LogRecord event) {
    boolean severe = event.getLevel().intValue() >= Level.SEVERE.intValue();
    if (!listening || !severe) {
      return;
    }
    if (event.getThrown() != null) {
      FIRST.compareAndSet(null, event.getThrown());
    } else if (APPLICATION.equals(event.getLoggerName())) {
      SENTENCE.compareAndSet(null, event.getMessage());
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
