// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.load.LoadOutcome.Kind;
import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.systems.Database;
import io.flowmanager.benchmarks.systems.WalVolume;
import java.io.IOException;

/** One stretch of load on one system, and what it took. */
record Measurement(LoadOutcome outcome, Counters used, double databaseCpu, WalVolume wal) {

  private static final double BYTES_PER_KB = 1024;

  /** Parts of an order are tenths, which do not add up exactly; the smallest fault is one. */
  private static final double ROUNDING = 0.01;

  private static final double MILLIS_PER_SECOND = 1000;

  /** Fails when the system has not finished just what the load has finished. */
  static Measurement of(Contender system, Database database, int connections, double seconds)
      throws Exception {
    system.prepare(connections, seconds);
    double finishedBefore = system.finished();
    database.checkpoint();
    String position = database.walPosition();
    Counters before = system.counters();
    double databaseBefore = database.processorTime();
    LoadOutcome outcome = system.run(connections, seconds);
    double databaseCpu = database.processorTime() - databaseBefore;
    Counters used = system.counters().minus(before);
    WalVolume wal = database.walSince(position);
    check(system, outcome.conversations(), system.finished() - finishedBefore);
    return new Measurement(outcome, used, databaseCpu, wal);
  }

  private static void check(Contender system, long wanted, double finished) throws IOException {
    if (Math.abs(finished - wanted) > ROUNDING) {
      throw new IOException(
          "%s was to finish %d orders, but it has finished %.0f."
              .formatted(system.name(), wanted, finished));
    }
  }

  /** Adds what was measured to the line. */
  Line describe(Line line) {
    double orders = outcome.conversations();
    line.number("sagas", orders)
        .number("sagasPerSecond", outcome.conversationsPerSecond())
        .number("requestsPerSecond", outcome.perSecond())
        .latencies("request", outcome.latencies(Kind.START, Kind.EVENT))
        .latencies("event", outcome.latencies(Kind.EVENT))
        .latencies("read", outcome.latencies(Kind.READ))
        .number("cpuMsPerSaga", (used.serverCpu() + databaseCpu) / orders)
        .number("serverCpuMsPerSaga", used.serverCpu() / orders)
        .number("databaseCpuMsPerSaga", databaseCpu / orders)
        .number("loadCpuMsPerSaga", used.loadCpu() / orders)
        .number("walKbPerSaga", wal.bytes() / BYTES_PER_KB / orders)
        .number("walImageKbPerSaga", wal.imageBytes() / BYTES_PER_KB / orders)
        .number("walRecordKbPerSaga", (wal.bytes() - wal.imageBytes()) / BYTES_PER_KB / orders)
        .number("perCommit", used.batched() / used.batches())
        .number("collections", used.collections().count())
        .number("collectionMs", used.collections().seconds() * MILLIS_PER_SECOND);
    return outcome.requests() == 0 ? line : line.curve(outcome.latencies(Kind.START, Kind.EVENT));
  }
}
