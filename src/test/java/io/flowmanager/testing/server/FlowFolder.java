// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.FlowDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of flow files for a server of a test. */
public record FlowFolder(Path path) {

  /** Writes the file of that flow, in place of an earlier one. */
  public FlowFolder with(String flow, FlowDocuments document) {
    return with(flow, document.json().toString());
  }

  /** For a file that is meant to be no sound flow. */
  public FlowFolder with(String flow, String text) {
    try {
      Files.createDirectories(path);
      Files.writeString(file(flow), text);
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException("The flow " + flow + " cannot be written", fault);
    }
  }

  public Path file(String flow) {
    return path.resolve(flow + ".json").toAbsolutePath();
  }

  /** The settings that make a server play all of them, that one at the root. */
  public Map<String, String> settings(String root) {
    return Map.of(
        "FLOWS_DIRECTORY",
        path.toAbsolutePath().toString(),
        "CONFIGURATIONS_FILE_PATH",
        file(root).toString());
  }
}
