// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import java.util.ArrayList;
import java.util.List;

/** The goals of the event path, each judged by medians of one run. */
public final class Goals {

  private static final String FLOW_MANAGER = "flow-manager";
  private static final String BARE = "bare-lean";
  private static final String RATE = "requestsPerSecond";
  private static final String EVENT = "eventP50Ms";

  private final Lines lines;

  private Goals(Lines lines) {
    this.lines = lines;
  }

  /** Those that the lines tell something of. */
  public static List<Goal> of(Lines lines) {
    var goals = new Goals(lines);
    List<Goal> all = new ArrayList<>(goals.restOrder());
    all.addAll(goals.commandsAndKafka());
    all.addAll(goals.growth());
    return all.stream().filter(Goal::isMeasured).toList();
  }

  private List<Goal> restOrder() {
    Lines busy = lines.where(Lines.CONNECTIONS, "64");
    Lines alone = lines.where(Lines.CONNECTIONS, "1");
    Lines mine = busy.of("rest-order", FLOW_MANAGER);
    double share = mine.median(RATE) / busy.of("rest-order", BARE).median(RATE);
    double bare = alone.of("rest-order", BARE).median(EVENT);
    double event = alone.of("rest-order", FLOW_MANAGER).median(EVENT);
    double floor = alone.of("rest-order", "floor-1").median(EVENT);
    return List.of(
        Goal.atLeast(
            0.5,
            "rest-order: requests per second, share of the lean bare resource's, 64 connections",
            share),
        Goal.atMost(40, "rest-order: p99 in ms, 64 connections", mine.median("requestP99Ms")),
        Goal.atMost(
            1.5,
            "rest-order: median event less a bare request, times the floor's, 1 connection",
            (event - bare) / floor),
        Goal.atMost(
            5, "rest-order: KB of WAL per saga, 64 connections", mine.median("walKbPerSaga")),
        Goal.atMost(
            1.2,
            "rest-order: CPU ms per saga, server and database, 64 connections",
            mine.median("cpuMsPerSaga")));
  }

  private List<Goal> commandsAndKafka() {
    Lines kafka = lines.where(Lines.WORKLOAD, "kafka-order");
    Lines one = kafka.where(Lines.NODES, "1");
    Lines two = kafka.where(Lines.NODES, "2");
    double events = one.of("kafka-order", "events").median(RATE);
    double commands = lines.of("rest-order-commands", FLOW_MANAGER).median("sagasPerSecond");
    double without = lines.of("rest-order-commands", "without-commands").median("sagasPerSecond");
    return List.of(
        Goal.atLeast(
            0.6,
            "rest-order-commands: sagas per second, share of those without commands",
            commands / without),
        Goal.atLeast(
            2,
            "kafka-order: events per second, times the requests per second of rest-order, one node",
            events / one.of("kafka-order", "rest-order").median(RATE)),
        Goal.atLeast(
            1,
            "kafka-order: events per second of two nodes, times those of one",
            two.of("kafka-order", "events").median(RATE) / events),
        Goal.atMost(
            0,
            "kafka-order: connections that wait for locks, two nodes",
            two.of("kafka-order", "events").max("waitingForLocks")));
  }

  private List<Goal> growth() {
    return List.of(
        grown(
            "CPU of an event beside many finished sagas, times that in an empty database",
            "finished-sagas",
            "empty",
            "cpuMsPerSaga"),
        grown(
            "latency of an event beside many finished sagas, times that in an empty database",
            "finished-sagas",
            "empty",
            EVENT),
        grown(
            "CPU of an event on a saga with 10,000 entries, times a young saga's",
            "history-10000",
            "history-1",
            "cpuMsPerSaga"),
        grown(
            "latency of an event on a saga with 10,000 entries, times a young saga's",
            "history-10000",
            "history-1",
            EVENT),
        grown(
            "CPU of an event with 200 flows hosted, times that with two",
            "flows-200",
            "empty",
            "cpuMsPerSaga"),
        grown(
            "latency of an event with 200 flows hosted, times that with two",
            "flows-200",
            "empty",
            EVENT),
        Goal.atMost(
            1.1,
            "growth: CPU at 100 KB of metadata, times the line through 1 KB and 10 KB",
            metadata()));
  }

  private Goal grown(String name, String much, String little, String field) {
    double ratio =
        lines.of("growth", much).median(field) / lines.of("growth", little).median(field);
    return Goal.atMost(1.1, "growth: " + name, ratio);
  }

  private double metadata() {
    double one = metadata(1);
    double slope = (metadata(10) - one) / 9;
    return metadata(100) / (one + 99 * slope);
  }

  private double metadata(int kilobytes) {
    return lines.of("growth", "metadata-" + kilobytes + "KB").median("cpuMsPerSaga");
  }
}
