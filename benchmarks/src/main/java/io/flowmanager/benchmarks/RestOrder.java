// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Workload {@code rest-order}: the packaged server on PostgreSQL, with synchronous commits, driven at 1, 16 and 64
 * connections after a warm-up. One JSON line for each.
 */
public final class RestOrder {

  private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);

  private RestOrder() {}

  /**
   * @param args seconds of warm-up and of each measurement; 30 and 20 unless given
   */
  public static void main(String[] args) throws Exception {
    int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Path project = Path.of("").toAbsolutePath();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      int port = freePort();
      Process server = start(project, port, postgres.getJdbcUrl("postgres", "postgres"));
      try {
        awaitReady(port, server);
        new OrderLoad("localhost", port, 64, Duration.ofSeconds(warmUp)).run();
        for (int connections : CONNECTIONS) {
          measure(port, server, connections, seconds);
        }
      } finally {
        server.destroy();
        server.waitFor(30, TimeUnit.SECONDS);
      }
    }
  }

  private static void measure(int port, Process server, int connections, int seconds) throws Exception {
    double[] batchesBefore = batches(port);
    Duration cpuBefore = cpu(server);
    OrderLoad.Outcome outcome =
        new OrderLoad("localhost", port, connections, Duration.ofSeconds(seconds)).run();
    double[] batchesAfter = batches(port);
    double perBatch = (batchesAfter[1] - batchesBefore[1]) / (batchesAfter[0] - batchesBefore[0]);
    double cpuMillis = cpu(server).minus(cpuBefore).toMillis() * 5.0 / outcome.requests();
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
  }

  private static Duration cpu(Process server) {
    return server.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double[] batches(int port) throws IOException, InterruptedException {
    String text = get(port, "/-/metrics");
    return new double[] {value(text, "flow_manager_batch_size_count "), value(text, "flow_manager_batch_size_sum ")};
  }

  private static double value(String metrics, String name) {
    return metrics.lines().filter(line -> line.startsWith(name)).findFirst()
        .map(line -> Double.parseDouble(line.substring(name.length()))).orElse(0.0);
  }

  private static Process start(Path project, int port, String database) throws IOException {
    Path folder = Files.createTempDirectory("flow-manager-benchmark");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar", project.resolve("target/flow-manager-microbundle.jar").toString(),
            "--port", Integer.toString(port));
    builder.environment().put("CONFIGURATIONS_FILE_PATH", project.resolve("benchmarks/flows/rest-order.json").toString());
    builder.environment().put("DB_URL", database);
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
    return builder.start();
  }

  private static void awaitReady(int port, Process server) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < deadline && server.isAlive()) {
      try {
        get(port, "/-/ready");
        return;
      } catch (IOException e) {
        server.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("The server did not become ready.");
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
