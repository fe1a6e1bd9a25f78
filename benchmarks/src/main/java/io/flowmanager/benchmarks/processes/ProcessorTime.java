// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * User and system time that processes have had, in milliseconds; from Linux' {@code /proc}, in
 * steps of 10 ms.
 */
public final class ProcessorTime {

  private static final int MILLIS_PER_TICK = 10;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int USER_OF_REAPED_CHILDREN = 13;
  private static final int SYSTEM_OF_REAPED_CHILDREN = 14;

  private ProcessorTime() {}

  public static double of(Process process) {
    return ticks(process.pid(), USER, SYSTEM) * (double) MILLIS_PER_TICK;
  }

  /** Of the process and all its children, those that have ended included. */
  public static double ofFamily(long pid) {
    long parent = ticks(pid, USER, SYSTEM, USER_OF_REAPED_CHILDREN, SYSTEM_OF_REAPED_CHILDREN);
    long children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(child -> ticks(child.pid(), USER, SYSTEM))
            .sum();
    return (parent + children) * (double) MILLIS_PER_TICK;
  }

  private static long ticks(long pid, int... fields) {
    Optional<String[]> values = stat(pid);
    long sum = 0;
    for (int field : fields) {
      sum += values.map(all -> Long.parseLong(all[field])).orElse(0L);
    }
    return sum;
  }

  /** The fields behind the name, which may have blanks; nothing if the process has ended. */
  private static Optional<String[]> stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
