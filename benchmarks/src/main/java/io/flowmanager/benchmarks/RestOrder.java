// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Workload {@code rest-order}: the packaged server on PostgreSQL, with synchronous commits, driven at 1, 16 and 64
 * connections after a warm-up. One JSON line for each.
 */
public final class RestOrder {

  static final Path FLOW = Path.of("benchmarks/flows/rest-order.json");
  private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);

  private RestOrder() {}

  /**
   * @param args seconds of warm-up and of each measurement; 30 and 20 unless given
   */
  public static void main(String[] args) throws Exception {
    int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        var server =
            ServerUnderTest.start(FLOW, postgres.getJdbcUrl("postgres", "postgres"), Map.of())) {
      new OrderLoad("localhost", server.port(), 64, Duration.ofSeconds(warmUp)).run();
      for (int connections : CONNECTIONS) {
        measure(server, connections, seconds);
      }
    }
  }

  static OrderLoad.Outcome measure(ServerUnderTest server, int connections, int seconds) throws Exception {
    double batches = server.metric("flow_manager_batch_size_count");
    double handled = server.metric("flow_manager_batch_size_sum");
    Duration cpuBefore = server.cpu();
    OrderLoad.Outcome outcome =
        new OrderLoad("localhost", server.port(), connections, Duration.ofSeconds(seconds)).run();
    double perBatch =
        (server.metric("flow_manager_batch_size_sum") - handled)
            / (server.metric("flow_manager_batch_size_count") - batches);
    double cpuMillis = server.cpu().minus(cpuBefore).toMillis() * 5.0 / outcome.requests();
    System.out.printf(
        Locale.ROOT,
        "{\"workload\":\"rest-order\",\"connections\":%d,\"requestsPerSecond\":%.0f,\"sagasPerSecond\":%.0f,"
            + "\"p50ms\":%.2f,\"p99ms\":%.2f,\"maxMs\":%.1f,\"perCommit\":%.1f,\"serverCpuMsPerSaga\":%.2f}%n",
        connections,
        outcome.perSecond(),
        outcome.perSecond() / 5,
        outcome.latencies().getValueAtPercentile(50) / 1000.0,
        outcome.latencies().getValueAtPercentile(99) / 1000.0,
        outcome.latencies().getMaxValue() / 1000.0,
        perBatch,
        cpuMillis);
    return outcome;
  }
}
