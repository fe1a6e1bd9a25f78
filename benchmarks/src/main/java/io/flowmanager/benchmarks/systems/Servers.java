// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import io.flowmanager.benchmarks.processes.JavaProgram;
import io.flowmanager.benchmarks.processes.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts servers, all with the same launcher and settings of the server.
 *
 * @param candidate what is measured; the bare server runs with its options of the JVM
 * @param baseline what it is compared with, such as the build before a change
 */
public record Servers(Build candidate, Optional<Build> baseline) {

  private static final Path BARE = Path.of("target/microbundle/server.jar");
  private static final String RESOURCES = "io.flowmanager.benchmarks.bare";

  /**
   * The packaged server.
   *
   * @param settings environment variables, besides the database
   */
  public Server flowManager(String databaseUrl, Map<String, String> settings)
      throws IOException, InterruptedException {
    return flowManager(Ports.free(), databaseUrl, settings);
  }

  /** The baseline, if there is one. */
  public Optional<Server> baseline(String databaseUrl, Map<String, String> settings)
      throws IOException, InterruptedException {
    return baseline.isEmpty()
        ? Optional.empty()
        : Optional.of(start(baseline.get(), Ports.free(), databaseUrl, settings));
  }

  /** On a port that others know already. */
  public Server flowManager(int port, String databaseUrl, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(candidate, port, databaseUrl, settings);
  }

  private static Server start(
      Build build, int port, String databaseUrl, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.putAll(build.settings());
    environment.put("DB_URL", databaseUrl);
    JavaProgram program =
        JavaProgram.jar(build.jar())
            .options(build.javaOptions())
            .arguments("--port", Integer.toString(port))
            .environment(environment);
    return Server.start(program, port, Server.FLOW_MANAGER_READY);
  }

  /** The same server without Flow Manager, but with {@link io.flowmanager.benchmarks.bare}. */
  public Server bare() throws IOException, InterruptedException {
    int port = Ports.free();
    Path folder = Files.createTempDirectory("benchmark-bare");
    Path war =
        BareWar.packInto(
            folder, RESOURCES, List.of("BareApplication", "UsualResource", "LeanResource"));
    JavaProgram program =
        JavaProgram.jar(BARE)
            .options(candidate.javaOptions())
            .arguments(
                "--port", Integer.toString(port), "--deploy", war.toString(), "--contextroot", "/");
    return Server.start(program, port, "/lean/finished");
  }
}
