// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A child that does tasks: a line of JSON in, a line of JSON out ({@link WorkerLoop}). */
public final class Worker implements AutoCloseable {

  private final Process process;
  private final PrintWriter tasks;
  private final BufferedReader answers;

  private Worker(Process process) {
    this.process = process;
    this.tasks = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  public static Worker start(String main, String... options) throws IOException {
    return new Worker(JavaProgram.main(main).options(List.of(options)).startTalking());
  }

  public void begin(JsonObject task) {
    tasks.println(task);
  }

  /** Waits for the answer to the task that was begun first. */
  public JsonObject finish() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The worker has ended.");
    }
    JsonObject answer = Json.createReader(new StringReader(line)).readObject();
    if (answer.containsKey(WorkerLoop.FAULT)) {
      throw new IOException(answer.getString(WorkerLoop.FAULT));
    }
    return answer;
  }

  public JsonObject run(JsonObject task) throws IOException {
    begin(task);
    return finish();
  }

  public Process process() {
    return process;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
