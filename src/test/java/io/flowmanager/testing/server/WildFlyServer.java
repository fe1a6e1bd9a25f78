// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * WildFly as a process of its own, with the WAR. The folder keeps its configuration, its data and
 * its log; port and folder stay the same when it is started again after {@link #kill9()}.
 */
public final class WildFlyServer implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String CONFIGURATION = "standalone-microprofile.xml";
  private static final int HTTP = 8080;

  private final Path home = Path.of(System.getProperty("wildfly.home")).toAbsolutePath();
  private final Path base;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> options = new ArrayList<>();
  private String contextPath = "/";
  private final int offset = FreePort.any() - HTTP;
  private Optional<Process> process = Optional.empty();

  private WildFlyServer(Path base) {
    this.base = base;
  }

  /** A server with the configuration of the distribution and the WAR. */
  public static WildFlyServer in(Path base) {
    var server = new WildFlyServer(base);
    try {
      server.copyConfiguration();
      Path deployments = Files.createDirectories(base.resolve("deployments"));
      Files.copy(Path.of("target", "flow-manager.war"), deployments.resolve("flow-manager.war"));
    } catch (IOException e) {
      throw new UncheckedIOException("The server's folder cannot be written", e);
    }
    return server;
  }

  private void copyConfiguration() throws IOException {
    Path from = home.resolve("standalone/configuration");
    Path to = Files.createDirectories(base.resolve("configuration"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  public WildFlyServer with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /** Adds a system property; counts from the next start. */
  public WildFlyServer property(String name, String value) {
    options.add("-D" + name + "=" + value);
    return this;
  }

  /** Where the application is meant to be; with a slash at both ends. */
  public WildFlyServer at(String path) {
    contextPath = path;
    return this;
  }

  /** Changes the configuration while the server is down. */
  public WildFlyServer configure(List<String> commands) {
    try {
      Path script = base.resolve("configure.cli");
      Files.write(script, commands);
      int exit = run("jboss-cli", "--file=" + script).waitFor();
      if (exit != 0) {
        throw new AssertionError("The configuration failed:\n" + log());
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("The script cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while configuring", e);
    }
  }

  public WildFlyServer start() {
    launch();
    Await.until(this::log, LIMIT, this::isReady);
    return this;
  }

  /** Starts the process and does not wait for the application. */
  public WildFlyServer launch() {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of(
            "-c",
            CONFIGURATION,
            "-Djboss.server.base.dir=" + base.toAbsolutePath(),
            "-Djboss.socket.binding.port-offset=" + offset));
    process = Optional.of(run("standalone", arguments.toArray(String[]::new)));
    return this;
  }

  private boolean isReady() {
    try {
      return http().get("-/ready").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private Process run(String script, String... arguments) {
    Path command = home.resolve("bin").resolve(script + ".sh");
    var builder = new ProcessBuilder("sh", command.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    builder
        .environment()
        .put("JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -Djboss.server.base.dir=" + base);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(base.resolve("server.log").toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("WildFly did not start", e);
    }
  }

  /** Ends the server without giving it a chance to finish anything. */
  public void kill9() {
    process.ifPresent(WildFlyServer::kill);
    process = Optional.empty();
  }

  /** The script is a shell, the server is its child. */
  private static void kill(Process shell) {
    List<ProcessHandle> all =
        Stream.concat(shell.descendants(), Stream.of(shell.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  public Http http() {
    return new Http(URI.create("http://localhost:" + (HTTP + offset) + contextPath));
  }

  /** What the process wrote, all starts together. */
  public String log() {
    try {
      return Files.readString(base.resolve("server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException("The server's log cannot be read", e);
    }
  }

  @Override
  public void close() {
    kill9();
  }
}
