// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.processes.Worker;
import io.flowmanager.benchmarks.processes.WorkerLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program's process, and how to start it. */
public final class FloorProgram implements AutoCloseable {

  private final Worker worker;
  private final String url;

  private FloorProgram(Worker worker, String url) {
    this.worker = worker;
    this.url = url;
  }

  public static FloorProgram start(String url) throws IOException {
    return new FloorProgram(Worker.start(FloorProgram.class.getName(), "-Xmx512m"), url);
  }

  /**
   * @param steps how many steps share a transaction
   */
  public LoadOutcome run(int connections, double seconds, int steps) throws IOException {
    return LoadOutcome.of(worker.run(new FloorTask(url, connections, seconds, steps).toJson()));
  }

  public Process process() {
    return worker.process();
  }

  /** The process itself. */
  public static void main(String[] args) throws IOException {
    WorkerLoop.run(task -> run(FloorTask.of(task)).toJson());
  }

  private static LoadOutcome run(FloorTask task) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(task.connections());
    try {
      long end = System.nanoTime() + (long) (task.seconds() * 1e9);
      List<FloorClient> clients = new ArrayList<>();
      for (int i = 0; i < task.connections(); i++) {
        clients.add(new FloorClient(task, end));
      }
      LoadOutcome sum = LoadOutcome.none(task.seconds());
      for (Future<LoadOutcome> outcome : threads.invokeAll(clients)) {
        sum = sum.plus(outcome.get());
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
