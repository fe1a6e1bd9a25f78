// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.domain.flow.FlowName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the flow files that the settings name and loads them all. Faults are added to those of the
 * settings.
 */
final class FlowFiles {

  private final CheckedSettings faults;
  private final FlowLoader loader;

  FlowFiles(CheckedSettings faults, FlowLoader loader) {
    this.faults = faults;
    this.loader = loader;
  }

  FlowCatalog load(Optional<String> rootFile, Optional<String> directory) {
    Optional<Path> root = rootFile.map(Path::of);
    var files = new ArrayList<Path>();
    root.ifPresent(files::add);
    directory.map(Path::of).ifPresent(folder -> files.addAll(filesIn(folder, root)));
    Map<FlowName, Flow> flows = new LinkedHashMap<>();
    Map<String, Path> names = new LinkedHashMap<>();
    files.stream().filter(file -> nameIsFree(names, file)).forEach(file -> load(file, flows));
    Optional<FlowName> rootName = root.map(FlowFiles::name).flatMap(name -> find(flows, name));
    return new FlowCatalog(List.copyOf(flows.values()), rootName);
  }

  private static Optional<FlowName> find(Map<FlowName, Flow> flows, String name) {
    return flows.keySet().stream().filter(flow -> flow.value().equals(name)).findFirst();
  }

  private List<Path> filesIn(Path folder, Optional<Path> root) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(FlowFiles::isFlow)
              .filter(file -> root.isEmpty() || !isSame(file, root.get()))
              .sorted()
              .toList();
      if (files.isEmpty() && root.isEmpty()) {
        faults.fault("FLOWS_DIRECTORY", folder.toString(), "it has no file *.json");
      }
      return files;
    } catch (IOException e) {
      faults.fault("FLOWS_DIRECTORY", folder.toString(), "it is not a readable folder");
      return List.of();
    }
  }

  /** Ignores hidden files, which editors and archivers create. */
  private static boolean isFlow(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".");
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private boolean nameIsFree(Map<String, Path> names, Path file) {
    Path other = names.putIfAbsent(name(file), file);
    if (other != null) {
      faults.fault(
          "The flow files " + other + " and " + file + " have the same name; rename one of them.");
    }
    return other == null;
  }

  private void load(Path file, Map<FlowName, Flow> flows) {
    try {
      loader.load(file, FlowName.of(file)).ifPresent(flow -> flows.put(flow.name(), flow));
    } catch (IllegalArgumentException e) {
      faults.fault("The flow file " + file + ": " + e.getMessage() + ".");
    }
  }

  private static String name(Path file) {
    return FlowName.textOf(file);
  }
}
