// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** Lines as they are shown on the console: without what only plots need. */
final class Table {

  private static final List<String> HIDDEN = List.of("curve", "workload", "system");

  private Table() {}

  static String row(JsonObject line) {
    String numbers =
        line.entrySet().stream()
            .filter(entry -> !HIDDEN.contains(entry.getKey()))
            .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
            .collect(Collectors.joining(" "));
    return "%-22s %-14s %s"
        .formatted(line.getString("workload"), line.getString("system"), numbers);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
