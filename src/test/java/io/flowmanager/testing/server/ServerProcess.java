// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One run of the microbundle. */
final class ServerProcess {

  private static final Path BUNDLE =
      Path.of("target", "flow-manager-microbundle.jar").toAbsolutePath();
  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
  private static final int LOG_TAIL = 40;

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> LIVE.forEach(Process::destroyForcibly), "kill-servers"));
  }

  private final Process process;
  private final Path log;
  private final int earlierLines;

  private ServerProcess(Process process, Path log, int earlierLines) {
    this.process = process;
    this.log = log;
    this.earlierLines = earlierLines;
  }

  static ServerProcess start(Path folder, Map<String, String> environment, int port) {
    Path log = logIn(folder);
    int earlierLines = lines(log).size();
    ProcessBuilder command =
        new ProcessBuilder(command(folder, port))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    command.environment().putAll(environment);
    try {
      Files.createDirectories(temporaryFiles(folder));
      Process process = command.start();
      LIVE.add(process);
      process.onExit().thenAccept(LIVE::remove);
      return new ServerProcess(process, log, earlierLines);
    } catch (IOException fault) {
      throw new UncheckedIOException("The server's process did not start", fault);
    }
  }

  static Path logIn(Path folder) {
    return folder.resolve("server.log");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  int awaitExit(Duration limit) {
    if (!endedWithin(limit)) {
      throw new AssertionError("The server did not end within " + limit + ":\n" + logTail());
    }
    return process.exitValue();
  }

  void awaitAnswer(Http server, String path, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!saysReady() || !answers(server, path)) {
      if (endedWithin(Duration.ofMillis(100))) {
        throw new AssertionError("The server ended before it was ready:\n" + logTail());
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("The server was not ready within " + limit + ":\n" + logTail());
      }
    }
  }

  /** The quick compiler and the plain collector halve the start, which is what tests wait for. */
  private static List<String> command(Path folder, int port) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        java.toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Djava.io.tmpdir=" + temporaryFiles(folder),
        "-jar",
        BUNDLE.toString(),
        "--port",
        Integer.toString(port));
  }

  private static Path temporaryFiles(Path folder) {
    return folder.resolve("tmp").toAbsolutePath();
  }

  /** The application answers a moment before the launcher has finished its start. */
  private boolean saysReady() {
    return lines(log).stream()
        .skip(earlierLines)
        .anyMatch(line -> line.contains("Flow Manager is ready"));
  }

  private static boolean answers(Http server, String path) {
    try {
      return server.get(path).status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private boolean endedWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the server", interruption);
    }
  }

  private String logTail() {
    List<String> lines = lines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
  }

  private static List<String> lines(Path log) {
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException fault) {
      throw new UncheckedIOException("The server's log cannot be read", fault);
    }
  }
}
