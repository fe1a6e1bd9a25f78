// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import io.flowmanager.benchmarks.processes.JavaProgram;
import io.flowmanager.benchmarks.processes.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts servers, all with the same launcher, settings and options of the JVM.
 *
 * @param javaOptions besides what the launcher takes by itself
 */
public record Servers(List<String> javaOptions) {

  private static final Path FLOW_MANAGER = Path.of("target/flow-manager-microbundle.jar");
  private static final Path BARE = Path.of("target/microbundle/server.jar");

  /**
   * The packaged server.
   *
   * @param settings environment variables, besides the database
   */
  public Server flowManager(String databaseUrl, Map<String, String> settings)
      throws IOException, InterruptedException {
    return flowManager(Ports.free(), databaseUrl, settings);
  }

  /** On a port that others know already. */
  public Server flowManager(int port, String databaseUrl, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("DB_URL", databaseUrl);
    JavaProgram program =
        JavaProgram.jar(FLOW_MANAGER)
            .options(javaOptions)
            .arguments("--port", Integer.toString(port))
            .environment(environment);
    return Server.start(program, port, Server.FLOW_MANAGER_READY);
  }

  /** The same server without Flow Manager, but with {@link io.flowmanager.benchmarks.bare}. */
  public Server bare() throws IOException, InterruptedException {
    int port = Ports.free();
    Path war = BareWar.pack();
    JavaProgram program =
        JavaProgram.jar(BARE)
            .options(javaOptions)
            .arguments(
                "--port", Integer.toString(port), "--deploy", war.toString(), "--contextroot", "/");
    return Server.start(program, port, "/lean/finished");
  }
}
