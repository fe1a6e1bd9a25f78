// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import io.flowmanager.benchmarks.results.Lines;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table of all that was measured, one row for the rounds of one thing. */
final class AllLines {

  private static final List<String> KEYS = List.of(Lines.WORKLOAD, Lines.SYSTEM, Lines.CONNECTIONS, Lines.NODES, "shareOfMost");
  private static final Map<String, String> COLUMNS = new TreeMap<>();

  static {
    COLUMNS.put("a sagasPerSecond", "sagas/s");
    COLUMNS.put("b requestP50Ms", "p50 ms");
    COLUMNS.put("c requestP99Ms", "p99 ms");
    COLUMNS.put("d requestP999Ms", "p99.9 ms");
    COLUMNS.put("e requestMaxMs", "max ms");
    COLUMNS.put("f serverCpuMsPerSaga", "server CPU");
    COLUMNS.put("g databaseCpuMsPerSaga", "database CPU");
    COLUMNS.put("h loadCpuMsPerSaga", "load CPU");
    COLUMNS.put("i walKbPerSaga", "WAL KB");
    COLUMNS.put("j walImageKbPerSaga", "of it images");
    COLUMNS.put("k perCommit", "per commit");
    COLUMNS.put("l collections", "collections");
    COLUMNS.put("m collectionMs", "their ms");
    COLUMNS.put("n waitingForLocks", "wait for locks");
  }

  private AllLines() {}

  static String of(Lines lines) {
    Map<String, List<JsonObject>> rounds =
        lines.all().stream().collect(Collectors.groupingBy(AllLines::key, java.util.LinkedHashMap::new, Collectors.toList()));
    String head = COLUMNS.values().stream().map("<th>%s</th>"::formatted).collect(Collectors.joining());
    String rows = rounds.values().stream().map(AllLines::row).collect(Collectors.joining());
    return "<div class=\"table\"><table><tr><th class=\"text\">workload</th><th class=\"text\">system</th><th>connections</th><th>nodes</th>%s</tr>%s</table></div>"
        .formatted(head, rows);
  }

  private static String key(JsonObject line) {
    return KEYS.stream().map(field -> Lines.text(line, field)).collect(Collectors.joining("|"));
  }

  private static String row(List<JsonObject> rounds) {
    var lines = new Lines(rounds);
    Function<String, String> first = field -> Xml.text(Lines.text(rounds.get(0), field));
    String numbers =
        COLUMNS.keySet().stream()
            .map(column -> "<td>%s</td>".formatted(Xml.number(lines.median(column.substring(2)))))
            .collect(Collectors.joining());
    return "<tr><td class=\"text\">%s</td><td class=\"text\">%s</td><td>%s</td><td>%s</td>%s</tr>"
        .formatted(
            first.apply(Lines.WORKLOAD), first.apply(Lines.SYSTEM), first.apply(Lines.CONNECTIONS),
            first.apply(Lines.NODES), numbers);
  }
}
