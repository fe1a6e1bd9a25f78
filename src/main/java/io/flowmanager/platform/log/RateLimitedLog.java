// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Logs messages of one kind at most once a second. The first one is logged at once. Messages within
 * a second of the latest logged one are suppressed and counted; the next logged message includes
 * their number. Thread-safe.
 *
 * <p>Written by hand: Guava's {@code RateLimiter} has no kinds and does not count suppressed
 * messages, and the filters of log frameworks belong to the server.
 */
public final class RateLimitedLog {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int MAX_KINDS = 100;
  private static final String OTHERS = "others";

  private final Logger log;
  private final Clock clock;
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  public RateLimitedLog(Logger log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** With the logger of the class, and the system clock. */
  public static RateLimitedLog of(Class<?> type) {
    return of(type.getName());
  }

  /** With the logger of that name, and the system clock. */
  public static RateLimitedLog of(String logger) {
    return new RateLimitedLog(System.getLogger(logger), Clock.systemUTC());
  }

  /**
   * @param kind the kind of message: a constant, never untrusted text. Kinds beyond the first 100
   *     share one limit
   * @param message called only when the message is logged; braces have no special meaning
   */
  public void log(Level level, String kind, Supplier<String> message) {
    log(level, kind, message, null);
  }

  /**
   * @param failure logged with its stack trace; may be null
   */
  public void log(Level level, String kind, Supplier<String> message, Throwable failure) {
    if (!log.isLoggable(level)) {
      return;
    }
    long heldBack = kind(kind).admit(clock.instant());
    if (heldBack >= 0) {
      log.log(level, text(message.get(), heldBack), failure);
    }
  }

  private Kind kind(String name) {
    Kind known = kinds.get(name);
    if (known != null) {
      return known;
    }
    return kinds.computeIfAbsent(kinds.size() < MAX_KINDS ? name : OTHERS, k -> new Kind());
  }

  private static String text(String message, long heldBack) {
    return heldBack == 0 ? message : message + " (and " + heldBack + " more like it before)";
  }

  private static final class Kind {

    private Instant lastWritten = Instant.MIN;
    private long heldBack;

    /**
     * How many messages were suppressed before this one; negative if this one must be suppressed
     * too.
     */
    synchronized long admit(Instant now) {
      boolean isEarly = now.isBefore(lastWritten.plus(INTERVAL)) && !now.isBefore(lastWritten);
      if (isEarly) {
        heldBack++;
        return -1;
      }
      long before = heldBack;
      heldBack = 0;
      lastWritten = now;
      return before;
    }
  }
}
