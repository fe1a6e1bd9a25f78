// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The microbundle as a process of its own, as an operator runs it. The folder is its working
 * directory and keeps its data, its log and its temporary files; port and folder stay the same when
 * it is started again after {@link #stop()} or {@link #kill9()}. No process outlives the test's
 * JVM.
 */
public final class PackagedServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final int port = FreePort.any();
  private String readyPath = "/-/ready";
  private ServerProcess process;

  private PackagedServer(Path folder) {
    this.folder = folder;
  }

  public static PackagedServer in(Path folder) {
    return new PackagedServer(folder);
  }

  /** Adds an environment variable; counts from the next start. */
  public PackagedServer with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Adds environment variables; counts from the next start. */
  public PackagedServer with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /** The path that answers 200 once the server is ready; {@code /-/ready} unless told otherwise. */
  public PackagedServer readyAt(String path) {
    readyPath = path;
    return this;
  }

  /** Starts the process and waits until it is ready; fails with the end of the log if it ends. */
  public PackagedServer start() {
    return launch().awaitReady();
  }

  /** Waits until a server that was launched is ready. */
  public PackagedServer awaitReady() {
    process.awaitAnswer(http(), readyPath, START_LIMIT);
    return this;
  }

  /** Starts the process without waiting for it, to start several at once, or in vain. */
  public PackagedServer launch() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("The server is running already, pid " + pid());
    }
    process = ServerProcess.start(folder, environment, port);
    return this;
  }

  /** Waits for the process to end by itself and answers its exit code. */
  public int awaitExit() {
    return process.awaitExit(START_LIMIT);
  }

  /** Asks the process to end, as a service manager does, and answers its exit code. */
  public int stop() {
    process.terminate();
    return process.awaitExit(STOP_LIMIT);
  }

  /** Ends the process without giving it a chance to finish anything. */
  public void kill9() {
    process.kill();
    process.awaitExit(STOP_LIMIT);
  }

  public URI baseUri() {
    return URI.create("http://localhost:" + port + "/");
  }

  public Http http() {
    return new Http(baseUri());
  }

  public long pid() {
    return process.pid();
  }

  /** What the process wrote, all starts together. */
  public String log() {
    try {
      return Files.readString(ServerProcess.logIn(folder));
    } catch (IOException fault) {
      throw new UncheckedIOException("The server's log cannot be read", fault);
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      kill9();
    }
  }
}
