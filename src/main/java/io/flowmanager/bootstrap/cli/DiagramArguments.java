// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.saga.domain.diagram.DiagramFormat;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What stands after {@code diagram}. */
record DiagramArguments(DiagramFormat format, Path file) {

  /**
   * Mermaid is the default: what is pasted into a README.
   *
   * @throws UsageException when an option is unknown or incomplete, or there is not exactly one
   *     file
   */
  static DiagramArguments parse(List<String> arguments) {
    DiagramFormat format = DiagramFormat.MERMAID;
    Path file = null;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--format")) {
        format = format(rest.hasNext() ? rest.next() : "");
      } else if (argument.startsWith("-")) {
        throw new UsageException("There is no option " + argument + ".");
      } else if (file != null) {
        throw new UsageException("Only one flow file is drawn at a time.");
      } else {
        file = Path.of(argument);
      }
    }
    if (file == null) {
      throw new UsageException("No flow file is named.");
    }
    return new DiagramArguments(format, file);
  }

  private static DiagramFormat format(String text) {
    return switch (text) {
      case "mermaid" -> DiagramFormat.MERMAID;
      case "dot" -> DiagramFormat.DOT;
      case "svg" -> DiagramFormat.SVG;
      default -> throw new UsageException("--format must be mermaid, dot or svg.");
    };
  }
}
