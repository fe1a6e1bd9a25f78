// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.util.List;

/** Lists the commands. */
record HelpCommand(List<Subcommand> others) implements Subcommand {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String usage() {
    return "help";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    lines().forEach(terminal::print);
    return 0;
  }

  List<String> lines() {
    return others.stream()
        .map(command -> "java -jar flow-manager-microbundle.jar " + command.usage())
        .toList();
  }
}
