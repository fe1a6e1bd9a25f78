// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A packaged Flow Manager, and how it is to be run.
 *
 * @param jar the microbundle
 * @param javaOptions besides what the launcher takes by itself
 * @param settings environment variables, besides those of a workload
 */
public record Build(Path jar, List<String> javaOptions, Map<String, String> settings) {

  public static final Build OURS =
      new Build(Path.of("target/flow-manager-microbundle.jar"), List.of(), Map.of());

  public Build of(Path otherJar) {
    return new Build(otherJar, javaOptions, settings);
  }

  public Build withOptions(List<String> options) {
    return new Build(jar, options, settings);
  }

  public Build withSetting(String name, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(name, value);
    return new Build(jar, javaOptions, more);
  }
}
