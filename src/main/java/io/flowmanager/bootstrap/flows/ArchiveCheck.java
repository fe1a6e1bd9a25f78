// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether flows that archive their sagas have a place for them. */
record ArchiveCheck(CheckedSettings faults) {

  private static final String SETTING = "flow-manager.archive.directory";

  void check(FlowCatalog flows, Optional<String> directory) {
    List<Flow> archiving =
        flows.all().stream()
            .filter(flow -> flow.definition().settings().retention().archives())
            .toList();
    if (archiving.isEmpty()) {
      return;
    }
    if (directory.isEmpty()) {
      faults.fault(
          "Sagas of "
              + archiving.stream()
                  .map(flow -> flow.name().value())
                  .collect(Collectors.joining(", "))
              + " go into the archive (settings.retention.then), and there is none. Set "
              + SETTING
              + " to a folder that this server may write to.");
    } else if (!isWritable(directory.get())) {
      faults.fault(SETTING, directory.get(), "it is no folder that can be written to");
    }
  }

  private static boolean isWritable(String directory) {
    try {
      return Files.isWritable(Files.createDirectories(Path.of(directory)));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
