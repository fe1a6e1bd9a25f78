// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import io.flowmanager.benchmarks.processes.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Payara Micro with one application, as a process of its own. */
public final class Server implements AutoCloseable {

  static final String FLOW_MANAGER_READY = "/-/ready";

  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path log;
  private final boolean hasMetrics;

  private Server(Process process, int port, Path log, boolean hasMetrics) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.hasMetrics = hasMetrics;
  }

  /** Comes back when that path answers with 200. */
  static Server start(JavaProgram program, int port, String ready)
      throws IOException, InterruptedException {
    Path log = Files.createTempDirectory("benchmark-server").resolve("server.log");
    var server = new Server(program.start(log), port, log, ready.equals(FLOW_MANAGER_READY));
    server.await(ready);
    return server;
  }

  private void await(String ready) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      try {
        get(ready);
        return;
      } catch (IOException e) {
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    close();
    throw new IOException("A server did not become ready. Its log is " + log + ".");
  }

  public String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    var response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** Sum of all metrics that begin with that name; 0 for a server that has none. */
  public double metric(String name) throws IOException, InterruptedException {
    if (!hasMetrics) {
      return 0;
    }
    return get("/-/metrics")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  public Process process() {
    return process;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
