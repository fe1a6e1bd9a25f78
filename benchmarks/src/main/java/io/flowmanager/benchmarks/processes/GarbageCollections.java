// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Garbage collections of a JVM since its start, told by the JDK's {@code jstat}.
 *
 * @param seconds how long they took together
 */
public record GarbageCollections(double count, double seconds) {

  public static GarbageCollections of(Process process) throws IOException {
    String jstat = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
    Process asked = new ProcessBuilder(jstat, "-gcutil", Long.toString(process.pid())).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = answer.lines().toList();
    if (lines.size() < 2) {
      throw new IOException("jstat told nothing of process " + process.pid() + ".");
    }
    Map<String, Double> values =
        table(lines.get(0).strip().split("\\s+"), lines.get(1).strip().split("\\s+"));
    double count = values.get("YGC") + values.get("FGC") + values.getOrDefault("CGC", 0.0);
    return new GarbageCollections(count, values.get("GCT"));
  }

  public GarbageCollections plus(GarbageCollections other) {
    return new GarbageCollections(count + other.count, seconds + other.seconds);
  }

  public GarbageCollections minus(GarbageCollections other) {
    return new GarbageCollections(count - other.count, seconds - other.seconds);
  }

  private static Map<String, Double> table(String[] names, String[] values) {
    Map<String, Double> table = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      table.put(
          names[i], values[i].equals("-") ? 0.0 : Double.parseDouble(values[i].replace(',', '.')));
    }
    return table;
  }
}
