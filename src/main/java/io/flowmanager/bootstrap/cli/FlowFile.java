// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that the command line names. */
record FlowFile(String name) {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  /**
   * What stands in the file.
   *
   * @throws UsageException when there is no such file
   * @throws JsonSyntaxException when it holds no JSON
   */
  JsonDocument read() {
    return JSON.read(bytes());
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "The file " + name + " cannot be read. Does it exist, and may this process read it?");
    }
  }
}
