// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import java.util.List;

/**
 * Another engine with the same order: a start and four events over REST, history kept, durable
 * before the answer; PostgreSQL 15, two cores shared with load and database, 64 connections.
 * Measured on another day, so it is shown as a multiple of what the lean bare resource did that
 * day.
 *
 * @param sagasPerSecond middle of what was seen
 * @param cpuMs of server and database per saga; not a number where unknown
 * @param walKb per saga; not a number where unknown
 */
record Peer(String name, double sagasPerSecond, double cpuMs, double walKb, double p99Ms) {

  static final double BARE_SAGAS_PER_SECOND = 3800;
  static final double BARE_CPU_MS = 0.42;

  private static final double UNKNOWN = Double.NaN;

  static final List<Peer> ALL =
      List.of(
          new Peer("nFlow", 675, 2.8, 4.7, 38),
          new Peer("LRA coordinator (no history)", 292, 6, UNKNOWN, 95),
          new Peer("Seata saga engine", 125, 15, 21, 260),
          new Peer("Operaton 1.0 / Camunda 7", 115, 16, 55, 360),
          new Peer("Zeebe 8.6, one broker", 100, 13, UNKNOWN, 260),
          new Peer("Conductor OSS", 52, 37, 95, 475));

  double shareOfBare() {
    return sagasPerSecond / BARE_SAGAS_PER_SECOND;
  }

  double timesBareCpu() {
    return cpuMs / BARE_CPU_MS;
  }
}
