// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.flowmanager.benchmarks.systems.Build;
import io.flowmanager.benchmarks.systems.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings on the command line that tell which servers are started. */
final class ServerArguments {

  private static final String ENVIRONMENT = "env.";

  private ServerArguments() {}

  static boolean know(String name) {
    return name.startsWith(ENVIRONMENT)
        || List.of("jar", "javaOptions", "baseline", "baselineOptions").contains(name);
  }

  static Servers with(Servers servers, String name, String value) {
    Build baseline = servers.baseline().orElse(Build.OURS);
    return switch (name) {
      case "jar" -> new Servers(servers.candidate().of(Path.of(value)), servers.baseline());
      case "javaOptions" ->
          new Servers(servers.candidate().withOptions(options(value)), servers.baseline());
      case "baseline" -> new Servers(servers.candidate(), Optional.of(baseline.of(Path.of(value))));
      case "baselineOptions" ->
          new Servers(servers.candidate(), Optional.of(baseline.withOptions(options(value))));
      default -> {
        String setting = name.substring(ENVIRONMENT.length());
        yield new Servers(servers.candidate().withSetting(setting, value), servers.baseline());
      }
    };
  }

  private static List<String> options(String value) {
    return List.of(value.split(","));
  }
}
