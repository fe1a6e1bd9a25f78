// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What stands after {@code lint}. */
record LintArguments(boolean json, boolean readsSecrets, List<String> files) {

  /**
   * @throws UsageException when an option is unknown or incomplete, or no file is named
   */
  static LintArguments parse(List<String> arguments) {
    boolean json = false;
    boolean readsSecrets = true;
    List<String> files = new ArrayList<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--format")) {
        json = isJson(rest.hasNext() ? rest.next() : "");
      } else if (argument.equals("--without-secrets")) {
        readsSecrets = false;
      } else if (argument.startsWith("-")) {
        throw new UsageException("There is no option " + argument + ".");
      } else {
        files.add(argument);
      }
    }
    if (files.isEmpty()) {
      throw new UsageException("No flow file is named.");
    }
    return new LintArguments(json, readsSecrets, List.copyOf(files));
  }

  private static boolean isJson(String format) {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default -> throw new UsageException("--format must be json or text.");
    };
  }
}
