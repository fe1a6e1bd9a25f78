// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server in a folder; its process is gone when it is closed, what it has written is not. */
record StartedServer(Process process, Path folder, long startedAt) implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int BETWEEN_TRIES_MS = 20;

  /** What it took until the first answer: on the clock, and of the processors. */
  record Effort(Duration elapsed, Duration processor) {}

  /** Comes back at once. */
  static StartedServer start(Candidate candidate, Path folder, int port) throws IOException {
    Files.createDirectories(folder.resolve("tmp"));
    var builder = new ProcessBuilder(candidate.command(folder.resolve("tmp"), port));
    builder.environment().putAll(candidate.environment());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("server.log").toFile());
    return new StartedServer(builder.start(), folder, System.nanoTime());
  }

  Effort awaitAnswer(URI ready) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(ready).build();
    while (!answers(request)) {
      if (process.waitFor(BETWEEN_TRIES_MS, TimeUnit.MILLISECONDS)
          || elapsed().compareTo(LIMIT) > 0) {
        throw new IOException(
            "A server did not become ready:\n" + Files.readString(folder.resolve("server.log")));
      }
    }
    return new Effort(elapsed(), process.info().totalCpuDuration().orElse(Duration.ZERO));
  }

  private static boolean answers(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
  }
}
