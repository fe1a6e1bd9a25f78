// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.util.List;

/** One thing that the command line can do. */
interface Subcommand {

  /** The first argument that chooses it. */
  String name();

  /** Its arguments and what it does, in one line. */
  String usage();

  /**
   * Does it.
   *
   * @param arguments those after the name
   * @return exit code of the process: 0 when all is well, 1 when something was found
   * @throws UsageException when the arguments make no sense
   */
  int run(List<String> arguments, Terminal terminal);
}
