// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import io.flowmanager.platform.concurrent.Standstill;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds work that waits without progress, and logs once the stack of its thread. Thread-safe. */
public final class Watchdog {

  private static final int MAX_FRAMES = 60;

  private final Duration limit;
  private final Function<Duration, List<Standstill>> parts;
  private final Logger log;
  private final Set<String> known = new HashSet<>();

  /**
   * @param limit how long work may wait without progress
   * @param parts finds work without progress for that long
   */
  public Watchdog(Duration limit, Function<Duration, List<Standstill>> parts, Logger log) {
    this.limit = limit;
    this.parts = parts;
    this.log = log;
  }

  /** The names of everything that makes no progress now. */
  public synchronized List<String> look() {
    List<Standstill> found = parts.apply(limit);
    found.stream().filter(part -> known.add(part.name())).forEach(this::warn);
    List<String> names = found.stream().map(Standstill::name).toList();
    known.stream().filter(name -> !names.contains(name)).forEach(this::reassure);
    known.retainAll(names);
    return names;
  }

  private void warn(Standstill part) {
    String stack =
        part.stack().stream()
            .limit(MAX_FRAMES)
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining());
    log.log(
        Level.ERROR,
        part.name()
            + " has made no progress for "
            + part.time().toSeconds()
            + " s although work is waiting."
            + (stack.isEmpty() ? " Its thread has ended." : " Its thread is" + stack));
  }

  private void reassure(String name) {
    log.log(Level.INFO, name + " makes progress again.");
  }
}
