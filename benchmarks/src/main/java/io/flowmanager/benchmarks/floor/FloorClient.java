// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.load.LoadOutcome.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;

/** One connection, and one thread that uses it until the time is over. */
final class FloorClient implements Callable<LoadOutcome> {

  private static final List<String> EVENTS = List.of("paid", "prepared", "shipped", "delivered");
  private static final List<String> STATES = List.of("PAID", "PREPARED", "SHIPPED", "DELIVERED");

  private final FloorTask task;
  private final long end;
  private final Map<Kind, Histogram> latencies = LoadOutcome.histograms();
  private long inTime;
  private long sagas;

  FloorClient(FloorTask task, long end) {
    this.task = task;
    this.end = end;
  }

  private interface Step {
    void run() throws SQLException;
  }

  @Override
  public LoadOutcome call() throws SQLException {
    try (Connection connection = DriverManager.getConnection(task.url());
        Steps steps =
            task.steps() == 1
                ? new SingleSteps(connection)
                : new ManySteps(connection, task.steps())) {
      while (System.nanoTime() < end) {
        sagas += task.steps();
        timed(Kind.START, steps::start);
        for (int i = 0; i < EVENTS.size(); i++) {
          String event = EVENTS.get(i);
          String state = STATES.get(i);
          timed(Kind.EVENT, () -> steps.move(event, state));
        }
      }
    }
    return new LoadOutcome(inTime, task.seconds(), sagas, latencies);
  }

  private void timed(Kind kind, Step step) throws SQLException {
    long begun = System.nanoTime();
    step.run();
    long now = System.nanoTime();
    latencies.get(kind).recordValueWithCount((now - begun) / 1000, task.steps());
    inTime += now < end ? task.steps() : 0;
  }
}
