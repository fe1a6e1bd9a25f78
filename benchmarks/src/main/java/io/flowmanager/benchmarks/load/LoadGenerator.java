// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import io.flowmanager.benchmarks.processes.Worker;
import io.flowmanager.benchmarks.processes.WorkerLoop;
import java.io.IOException;

/** The generator's process, and how to start it. */
public final class LoadGenerator implements AutoCloseable {

  private final Worker worker;

  private LoadGenerator(Worker worker) {
    this.worker = worker;
  }

  public static LoadGenerator start() throws IOException {
    return new LoadGenerator(
        Worker.start(LoadGenerator.class.getName(), "-Xmx512m", "-XX:+UseSerialGC"));
  }

  public LoadOutcome run(LoadTask task) throws IOException {
    return LoadOutcome.of(worker.run(task.toJson()));
  }

  public Process process() {
    return worker.process();
  }

  /** The process itself. */
  public static void main(String[] args) throws IOException {
    WorkerLoop.run(task -> new EventLoop(LoadTask.of(task)).run().toJson());
  }

  @Override
  public void close() {
    worker.close();
  }
}
