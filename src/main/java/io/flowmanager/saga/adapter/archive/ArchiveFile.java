// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import java.nio.file.Path;

/** A data file of the archive with its manifest. */
record ArchiveFile(Path data) {

  static final String DATA = ".jsonl";
  private static final String MANIFEST = ".manifest";

  Path manifest() {
    String name = data.getFileName().toString();
    return data.resolveSibling(name.substring(0, name.length() - DATA.length()) + MANIFEST);
  }
}
