// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import java.nio.file.Path;
import java.util.Optional;

/** A data file of the archive with its manifest. */
record ArchiveFile(Path data) {

  static final String DATA = ".jsonl";
  private static final String MANIFEST = ".manifest";

  /** The one that the path belongs to, as data file or as manifest. */
  static Optional<ArchiveFile> of(Path path) {
    String name = path.getFileName().toString();
    if (name.endsWith(DATA)) {
      return Optional.of(new ArchiveFile(path));
    }
    return name.endsWith(MANIFEST)
        ? Optional.of(new ArchiveFile(path.resolveSibling(renamed(name, MANIFEST, DATA))))
        : Optional.empty();
  }

  Path manifest() {
    return data.resolveSibling(renamed(data.getFileName().toString(), DATA, MANIFEST));
  }

  private static String renamed(String name, String from, String to) {
    return name.substring(0, name.length() - from.length()) + to;
  }
}
