// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** The child's side of a {@link Worker}. It ends with its parent. */
public final class WorkerLoop {

  static final String FAULT = "fault";

  /** What the child can do. */
  public interface Task {
    JsonObject run(JsonObject task) throws Exception;
  }

  private WorkerLoop() {}

  public static void run(Task work) throws IOException {
    var tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
      System.out.println(answer(work, Json.createReader(new StringReader(line)).readObject()));
    }
    System.exit(0);
  }

  private static JsonObject answer(Task work, JsonObject task) {
    try {
      return work.run(task);
    } catch (Exception e) {
      return Json.createObjectBuilder().add(FAULT, e.toString()).build();
    }
  }
}
