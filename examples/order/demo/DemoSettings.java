// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import order.participants.Arguments;

/**
 * What the demo runs.
 *
 * @param home the project's folder
 * @param port of the flow manager
 * @param orders how many sample orders are created at the start
 * @param failures how many of a hundred commands fail by bad luck
 */
record DemoSettings(Path home, int port, int orders, int failures) {

  private static final Set<String> NAMES = Set.of("home", "port", "orders", "failures");

  static DemoSettings from(String[] line) {
    Arguments arguments = Arguments.of(line, NAMES);
    return new DemoSettings(
        Path.of(arguments.text("home", "")).toAbsolutePath(),
        arguments.number("port", 8080),
        arguments.number("orders", 3),
        arguments.number("failures", 0));
  }

  URI flowManager() {
    return URI.create("http://localhost:" + port);
  }

  Path serverLog() {
    return home.resolve("target/demo/flow-manager.log");
  }
}
