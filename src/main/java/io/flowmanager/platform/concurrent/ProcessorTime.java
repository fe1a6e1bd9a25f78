// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/** Measures the processor time of threads. */
public final class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /**
   * Supplies the processor time of the calling thread in nanoseconds; to be called by that thread
   * only. If the platform does not measure it (virtual threads), it is the elapsed real time.
   */
  public static LongSupplier ofThisThread() {
    return ofCaller() < 0 ? System::nanoTime : ProcessorTime::ofCaller;
  }

  private static long ofCaller() {
    return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getCurrentThreadCpuTime()
        : -1;
  }
}
