// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import io.flowmanager.benchmarks.results.Lines;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The plots of a run. */
record Plots(Lines lines) {

  private static final String REST_ORDER = "rest-order";
  private static final String MINE = "flow-manager";
  private static final String BARE = "bare-lean";
  private static final String RATE = "sagasPerSecond";
  private static final String CPU = "cpuMsPerSaga";

  private Lines busy() {
    return lines.where(Lines.CONNECTIONS, "64");
  }

  /** Flow Manager, the walls, and the others, as multiples of the lean bare resource. */
  String peers() {
    Lines bare = busy().of(REST_ORDER, BARE);
    Lines mine = busy().of(REST_ORDER, MINE);
    return figures(
        againstPeers(
            "Sagas per second, as a share of the lean bare resource's",
            mine.median(RATE) / bare.median(RATE),
            Peer::shareOfBare),
        againstPeers(
            "CPU of server and database per saga, in multiples of the lean bare resource's",
            mine.median(CPU) / bare.median(CPU),
            Peer::timesBareCpu),
        againstPeers("KB of write-ahead log per saga", mine.median("walKbPerSaga"), Peer::walKb));
  }

  private static String againstPeers(String title, double mine, ToDoubleFunction<Peer> other) {
    if (!Double.isFinite(mine)) {
      return "";
    }
    List<Bar> bars = new ArrayList<>(List.of(new Bar("Flow Manager", mine, Bar.MINE)));
    Peer.ALL.forEach(peer -> bars.add(new Bar(peer.name(), other.applyAsDouble(peer), Bar.OTHER)));
    return BarChart.of(title, bars).draw();
  }

  /** One chart for each number of connections, and curves. */
  String restOrder() {
    Lines all = lines.where(Lines.WORKLOAD, REST_ORDER);
    List<String> plots = new ArrayList<>();
    for (String connections : all.values(Lines.CONNECTIONS)) {
      Lines some = all.where(Lines.CONNECTIONS, connections);
      String at = ", " + connections + (connections.equals("1") ? " connection" : " connections");
      plots.add(BarChart.of("Sagas per second" + at, bars(some, RATE)).draw());
      plots.add(curves("Latency of a request" + at, some));
    }
    plots.add(
        BarChart.of(
                "CPU ms per saga, server and database, 64 connections",
                bars(all.where(Lines.CONNECTIONS, "64"), CPU))
            .draw());
    plots.add(
        BarChart.of(
                "KB of write-ahead log per saga, 64 connections",
                bars(all.where(Lines.CONNECTIONS, "64"), "walKbPerSaga"))
            .draw());
    return figures(plots.toArray(String[]::new));
  }

  String workloads() {
    List<Bar> bars = new ArrayList<>();
    for (String workload : List.of("rest-order-commands", "mixed", "router-order")) {
      bars.add(new Bar(workload, lines.of(workload, MINE).median(RATE), Bar.MINE));
    }
    bars.add(0, new Bar(REST_ORDER, busy().of(REST_ORDER, MINE).median(RATE), Bar.MINE));
    Lines open = lines.where(Lines.WORKLOAD, "open-loop");
    return figures(
        BarChart.of("Sagas per second over REST, 64 connections", bars).draw(),
        shares("Latency at a constant rate", open));
  }

  private static String shares(String title, Lines open) {
    List<Curve> curves =
        open.all().stream()
            .map(
                line ->
                    Curve.of(Xml.number(Lines.number(line, "shareOfMost") * 100) + " % load", line))
            .toList();
    return new CurveChart(title, curves).draw();
  }

  String kafka() {
    return figures(
        byNodes("kafka-order", "requestsPerSecond", "Events per second"),
        byNodes("kafka-order", CPU, "CPU ms per saga, server and database"));
  }

  String scale() {
    return figures(
        byNodes("scale", RATE, "Sagas per second"),
        byNodes("scale", CPU, "CPU ms per saga, server and database"),
        byNodes("scale", "waitingForLocks", "Connections that wait for a lock"));
  }

  private String byNodes(String workload, String field, String title) {
    Lines all = lines.where(Lines.WORKLOAD, workload);
    List<Bar> bars = new ArrayList<>();
    for (String system : all.values(Lines.SYSTEM)) {
      for (String nodes : all.values(Lines.NODES)) {
        double value = all.where(Lines.SYSTEM, system).where(Lines.NODES, nodes).median(field);
        bars.add(
            new Bar(
                system + ", " + nodes + (nodes.equals("1") ? " node" : " nodes"), value, Bar.MINE));
      }
    }
    return BarChart.of(title, bars).draw();
  }

  String growth() {
    Lines all = lines.where(Lines.WORKLOAD, "growth");
    return figures(
        BarChart.of("CPU ms of server and database per order, or per ten events", bars(all, CPU))
            .draw(),
        BarChart.of("Median latency of an event, ms", bars(all, "eventP50Ms")).draw());
  }

  private static List<Bar> bars(Lines some, String field) {
    return some.values(Lines.SYSTEM).stream()
        .map(
            system -> new Bar(system, some.where(Lines.SYSTEM, system).median(field), kind(system)))
        .toList();
  }

  private static String kind(String system) {
    return system.startsWith("bare") || system.startsWith("floor") ? Bar.BOUND : Bar.MINE;
  }

  private static String curves(String title, Lines some) {
    List<Curve> curves = new ArrayList<>();
    for (String system : some.values(Lines.SYSTEM)) {
      List<JsonObject> rounds = some.where(Lines.SYSTEM, system).all();
      curves.add(Curve.of(system, rounds.get(rounds.size() - 1)));
    }
    return new CurveChart(title, curves).draw();
  }

  private static String figures(String... plots) {
    String all = String.join("", plots);
    return all.isEmpty() ? "" : "<div class=\"plots\">" + all + "</div>";
  }
}
