// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import io.flowmanager.benchmarks.results.Lines;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table of all that was measured, one row for the rounds of one thing. */
final class AllLines {

  private static final List<String> KEYS =
      List.of(Lines.WORKLOAD, Lines.SYSTEM, Lines.CONNECTIONS, Lines.NODES, "shareOfMost");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("sagas/s", "sagasPerSecond"),
          new Column("p50 ms", "requestP50Ms"),
          new Column("p99 ms", "requestP99Ms"),
          new Column("p99.9 ms", "requestP999Ms"),
          new Column("max ms", "requestMaxMs"),
          new Column("server CPU", "serverCpuMsPerSaga"),
          new Column("database CPU", "databaseCpuMsPerSaga"),
          new Column("load CPU", "loadCpuMsPerSaga"),
          new Column("WAL KB", "walKbPerSaga"),
          new Column("of it images", "walImageKbPerSaga"),
          new Column("per commit", "perCommit"),
          new Column("collections", "collections"),
          new Column("their ms", "collectionMs"),
          new Column("wait for locks", "waitingForLocks"));

  private record Column(String title, String field) {}

  private AllLines() {}

  static String of(Lines lines) {
    Map<String, List<JsonObject>> rounds =
        lines.all().stream()
            .collect(Collectors.groupingBy(AllLines::key, LinkedHashMap::new, Collectors.toList()));
    String head =
        COLUMNS.stream()
            .map(column -> "<th>%s</th>".formatted(column.title()))
            .collect(Collectors.joining());
    String rows = rounds.values().stream().map(AllLines::row).collect(Collectors.joining());
    return """
        <div class="table"><table><tr><th class="text">workload</th><th class="text">system</th>\
        <th>connections</th><th>nodes</th>%s</tr>%s</table></div>"""
        .formatted(head, rows);
  }

  private static String key(JsonObject line) {
    return KEYS.stream().map(field -> Lines.text(line, field)).collect(Collectors.joining("|"));
  }

  private static String row(List<JsonObject> rounds) {
    var lines = new Lines(rounds);
    Function<String, String> first = field -> Xml.text(Lines.text(rounds.get(0), field));
    String numbers =
        COLUMNS.stream()
            .map(column -> "<td>%s</td>".formatted(Xml.number(lines.median(column.field()))))
            .collect(Collectors.joining());
    return "<tr><td class=\"text\">%s</td><td class=\"text\">%s</td><td>%s</td><td>%s</td>%s</tr>"
        .formatted(
            first.apply(Lines.WORKLOAD),
            first.apply(Lines.SYSTEM),
            first.apply(Lines.CONNECTIONS),
            first.apply(Lines.NODES),
            numbers);
  }
}
