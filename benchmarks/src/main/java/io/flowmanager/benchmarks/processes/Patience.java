// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for what others do. */
public final class Patience {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** What is waited for. */
  public interface Condition {
    boolean holds() throws Exception;
  }

  private Patience() {}

  /**
   * @param what goes into the complaint, such as "all commands are delivered"
   */
  public static void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            "It has taken more than " + LIMIT.toSeconds() + " s until " + what + ".");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
