// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server to be started.
 *
 * @param arguments follow the jar
 * @param environment added to that of this process
 * @param readyPath answers with 200 once the server is ready
 */
record Candidate(
    String name,
    Path jar,
    List<String> arguments,
    Map<String, String> environment,
    String readyPath) {

  private static final Path BUNDLE =
      Path.of("target/flow-manager-microbundle.jar").toAbsolutePath();
  private static final Path PAYARA =
      Path.of("target/microbundle/payara-micro.jar").toAbsolutePath();
  private static final Path FLOW = Path.of("benchmarks/flows/rest-order.json").toAbsolutePath();

  /**
   * Without a data grid, since Flow Manager has none: with it, the bare server would take longer.
   */
  static Candidate bare(String name, Path war) {
    var arguments =
        List.of(
            "--nohazelcast",
            "--disablephonehome",
            "--contextroot",
            "/",
            "--deploy",
            war.toString());
    return new Candidate(name, PAYARA, arguments, Map.of(), "/ready");
  }

  /** With an H2 database in its folder, whose tables the first start makes. */
  static Candidate flowManager() {
    var environment = Map.of("CONFIGURATIONS_FILE_PATH", FLOW.toString());
    return new Candidate("flow-manager", BUNDLE, List.of(), environment, "/-/ready");
  }

  /** The whole command line, for a server whose temporary files go there. */
  List<String> command(Path temporary, int port) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                jar.toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(arguments);
    return command;
  }
}
