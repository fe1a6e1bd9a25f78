// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Work that is to be done after a delay, and waits until a test says so. */
public final class Laters {

  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();

  public Executor after(Duration delay) {
    return work -> {
      delays.add(delay);
      waiting.add(work);
    };
  }

  /** All delays that were asked for. */
  public List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** As if the time had come, for all that waits now. */
  public void pass() {
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }
}
