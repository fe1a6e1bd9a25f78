// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PgBouncer before our PostgreSQL, with few sessions for many clients. */
public final class PgBouncer implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final String ROOT = "root";

  private final Process process;
  private final int port;

  private PgBouncer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param folder for its settings and its log
   * @param mode as its setting pool_mode has it
   */
  public static PgBouncer start(Path folder, String mode) {
    int port = FreePort.any();
    try {
      Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), settings(mode, port));
      Process process =
          new ProcessBuilder(command(settings))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("pgbouncer.log").toFile())
              .start();
      var bouncer = new PgBouncer(process, port);
      Await.until("PgBouncer listens", BOUND, bouncer::listens);
      return bouncer;
    } catch (IOException fault) {
      throw new UncheckedIOException("PgBouncer did not start; is it installed?", fault);
    }
  }

  private static String settings(String mode, int port) {
    return String.join(
        "\n",
        "[databases]",
        "* = host=127.0.0.1 port=" + PostgresServer.port() + " user=postgres password=postgres",
        "[pgbouncer]",
        "listen_addr = 127.0.0.1",
        "listen_port = " + port,
        "auth_type = any",
        "pool_mode = " + mode,
        "default_pool_size = " + ("session".equals(mode) ? 40 : 4),
        "max_client_conn = 200",
        "ignore_startup_parameters = extra_float_digits",
        "unix_socket_dir =",
        "");
  }

  /** It refuses to run as root. */
  private static List<String> command(Path settings) {
    List<String> command = new ArrayList<>();
    command.add(
        Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer")
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst()
            .orElse("pgbouncer"));
    if (ROOT.equals(System.getProperty("user.name"))) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(settings.toString());
    return command;
  }

  private boolean listens() {
    try (Socket connection = new Socket("127.0.0.1", port)) {
      return connection.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The same database, reached through here. */
  public TestDatabase before(TestDatabase database, String options) {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    return new TestDatabase(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name + options,
        database.user(),
        database.password());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
