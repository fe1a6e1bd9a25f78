// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.participants;

import io.flowmanager.benchmarks.processes.Ports;
import io.flowmanager.benchmarks.processes.Worker;
import io.flowmanager.benchmarks.processes.WorkerLoop;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;

/** A participant that takes every command at once and does nothing; a process of its own. */
public final class Sink implements AutoCloseable {

  private static final String COUNT = "count";

  private final Worker worker;
  private final int port;

  private Sink(Worker worker, int port) {
    this.worker = worker;
    this.port = port;
  }

  public static Sink start() throws IOException {
    int port = Ports.free();
    Worker worker =
        Worker.start(
            Sink.class.getName(), "-Xmx256m", "-XX:+UseSerialGC", "-D" + COUNT + "=" + port);
    return new Sink(worker, port);
  }

  public int port() {
    return port;
  }

  public Process process() {
    return worker.process();
  }

  /** How many commands have come, repeats included. */
  public long count() throws IOException {
    return worker.run(JsonValue.EMPTY_JSON_OBJECT).getJsonNumber(COUNT).longValue();
  }

  /** The process itself. */
  public static void main(String[] args) throws IOException {
    var loop = new SinkLoop(Integer.getInteger(COUNT));
    var thread = new Thread(loop, "sink");
    thread.setDaemon(true);
    thread.start();
    WorkerLoop.run(task -> Json.createObjectBuilder().add(COUNT, loop.count()).build());
  }

  @Override
  public void close() {
    worker.close();
  }
}
