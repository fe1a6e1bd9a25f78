// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the subcommand that the first argument names, and runs it. */
public final class CommandLine {

  private static final int WRONG_USAGE = 2;

  private final List<Subcommand> subcommands =
      List.of(new LintCommand(), new DiagramCommand(), new ArchiveCommand(), new PurgeCommand());
  private final HelpCommand help = new HelpCommand(subcommands);
  private final Terminal terminal;

  /**
   * @param out gets what was asked for
   * @param err gets what went wrong
   */
  public CommandLine(PrintStream out, PrintStream err) {
    terminal = new Terminal(out, err);
  }

  /**
   * Runs the command.
   *
   * @return exit code for the process: 0 when all is well, 1 when something was found, 2 for wrong
   *     usage, which was told
   */
  public int run(String... arguments) {
    int code = run(List.of(arguments));
    terminal.flush();
    return code;
  }

  private int run(List<String> arguments) {
    Optional<Subcommand> chosen = arguments.stream().findFirst().flatMap(this::find);
    if (chosen.isEmpty()) {
      terminal.complain("There is no such command. There are:");
      help.lines().forEach(terminal::complain);
      return WRONG_USAGE;
    }
    return run(chosen.get(), arguments.subList(1, arguments.size()));
  }

  private Optional<Subcommand> find(String name) {
    return Stream.concat(subcommands.stream(), Stream.of(help))
        .filter(command -> command.name().equals(name))
        .findFirst();
  }

  private int run(Subcommand command, List<String> arguments) {
    try {
      return command.run(arguments, terminal);
    } catch (UsageException e) {
      terminal.complain(e.getMessage());
      terminal.complain("Usage: " + command.usage());
      return WRONG_USAGE;
    }
  }
}
