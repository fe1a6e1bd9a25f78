// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One run of a broker, in a process of its own with the tests' class path. */
final class BrokerProcess {

  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
  private static final int LOG_TAIL = 40;

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> LIVE.forEach(Process::destroyForcibly), "kill-brokers"));
  }

  private final Process process;
  private final Path log;

  private BrokerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static BrokerProcess start(Path folder, Path properties) {
    Path log = folder.resolve("broker.log");
    try {
      Path logging = Files.writeString(folder.resolve("logging.properties"), LOGGING);
      Process process =
          new ProcessBuilder(command(properties, logging))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      LIVE.add(process);
      process.onExit().thenAccept(LIVE::remove);
      return new BrokerProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("The broker's process did not start", e);
    }
  }

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=WARNING
      """;

  /** The quick compiler and the plain collector halve the start, which is what tests wait for. */
  private static List<String> command(Path properties, Path logging) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Djava.util.logging.config.file=" + logging,
        "-cp",
        System.getProperty("java.class.path"),
        "kafka.Kafka",
        properties.toString());
  }

  void checkAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("The broker has ended:\n" + logTail());
    }
  }

  void terminate() {
    process.destroy();
    awaitEnd();
  }

  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As if the machine stood still: connections stay open and nobody answers. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("The broker did not end:\n" + logTail());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for the broker", e);
  }

  String logTail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("The broker's log cannot be read", e);
    }
  }
}
