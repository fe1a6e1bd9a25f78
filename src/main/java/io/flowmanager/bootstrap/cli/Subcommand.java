// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.util.List;

/** A command of the command line. */
interface Subcommand {

  /** The first argument that chooses it. */
  String name();

  /** Its arguments and what it does, in one line. */
  String usage();

  /**
   * Runs the command.
   *
   * @param arguments those after the name
   * @return exit code of the process: 0 when all is well, 1 when something was found
   * @throws UsageException if the arguments are invalid
   */
  int run(List<String> arguments, Terminal terminal);
}
