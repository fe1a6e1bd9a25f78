// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What stands after {@code archive}.
 *
 * @param saga the one to find; nothing to check all
 */
record ArchiveArguments(String directory, Optional<String> saga) {

  private static final String SETTING = "flow-manager.archive.directory";

  /**
   * @throws UsageException when an option is unknown or incomplete, or the directory is not named
   */
  static ArchiveArguments parse(List<String> arguments) {
    Iterator<String> rest = arguments.iterator();
    String action = rest.hasNext() ? rest.next() : "";
    if (!List.of("find", "verify").contains(action)) {
      throw new UsageException("After archive comes find or verify.");
    }
    Optional<String> directory = new ProcessSetting(SETTING).value();
    Optional<String> saga = Optional.empty();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--directory") && rest.hasNext()) {
        directory = Optional.of(rest.next());
      } else if (argument.startsWith("--") || saga.isPresent() || action.equals("verify")) {
        throw new UsageException("archive " + action + " does not take " + argument + ".");
      } else {
        saga = Optional.of(argument);
      }
    }
    if (action.equals("find") && saga.isEmpty()) {
      throw new UsageException("No saga is named.");
    }
    return new ArchiveArguments(directory.orElseThrow(ArchiveArguments::noDirectory), saga);
  }

  private static UsageException noDirectory() {
    return new UsageException(
        "No archive is named. Set " + SETTING + ", or give --directory DIRECTORY.");
  }
}
