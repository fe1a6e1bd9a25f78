// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ServerProcess start(Path folder, Map<String, String> environment, int port) {
    Path log = logIn(folder);
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
      return new ServerProcess(process, log);
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

  void awaitAnswer(URI ready, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!answers(ready)) {
      if (endedWithin(Duration.ofMillis(100))) {
        throw new AssertionError("The server ended before it was ready:\n" + logTail());
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("The server was not ready within " + limit + ":\n" + logTail());
      }
    }
  }

  private static List<String> command(Path folder, int port) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        java.toString(),
        "-Djava.io.tmpdir=" + temporaryFiles(folder),
        "-jar",
        BUNDLE.toString(),
        "--port",
        Integer.toString(port));
  }

  private static Path temporaryFiles(Path folder) {
    return folder.resolve("tmp").toAbsolutePath();
  }

  private static boolean answers(URI ready) {
    try {
      return new Http(ready).get("").status() == 200;
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
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
    } catch (IOException fault) {
      return "(no log: " + fault + ")";
    }
  }
}
