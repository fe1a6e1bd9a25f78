// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process of its own, ready for load. */
record ServerUnderTest(Process process, int port) implements AutoCloseable {

  private static final Path BUNDLE = Path.of("target/flow-manager-microbundle.jar").toAbsolutePath();
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /**
   * @param settings environment variables, besides the database
   */
  static ServerUnderTest start(Path flow, String database, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("flow-manager-benchmark");
    int port = freePort();
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar", BUNDLE.toString(),
            "--port", Integer.toString(port));
    builder.environment().putAll(settings);
    builder.environment().put("CONFIGURATIONS_FILE_PATH", flow.toAbsolutePath().toString());
    builder.environment().put("DB_URL", database);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("server.log").toFile());
    var server = new ServerUnderTest(builder.start(), port);
    server.awaitReady();
    return server;
  }

  private void awaitReady() throws InterruptedException, IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      try {
        get("/-/ready");
        return;
      } catch (IOException e) {
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("The server did not become ready.");
  }

  String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    var response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** Sum of all metrics that begin with that name. */
  double metric(String name) throws IOException, InterruptedException {
    return get("/-/metrics")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Processor time so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
  }
}
