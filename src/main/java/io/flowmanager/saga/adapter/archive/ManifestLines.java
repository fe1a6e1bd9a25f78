// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines of a manifest. One without its end is none: its write was cut off, or is not done yet.
 */
record ManifestLines(BufferedReader manifest) implements Closeable {

  static ManifestLines of(Path manifest) throws IOException {
    return new ManifestLines(Files.newBufferedReader(manifest, StandardCharsets.ISO_8859_1));
  }

  /** Without its end; nothing behind the last one. */
  Optional<String> next() throws IOException {
    var line = new StringBuilder();
    int next = manifest.read();
    while (next >= 0) {
      if (next == '\n') {
        return Optional.of(line.toString());
      }
      line.append((char) next);
      next = manifest.read();
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    manifest.close();
  }
}
