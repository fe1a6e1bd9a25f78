// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Deletes finished sagas from the database at once, while nodes run. */
final class PurgeCommand implements Subcommand {

  @Override
  public String name() {
    return "purge";
  }

  @Override
  public String usage() {
    return "purge --flow FLOW --before DATE [--dry-run]";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    PurgeArguments asked = PurgeArguments.parse(arguments);
    try (Connection connection = CommandDatabase.ofProcess().connect()) {
      var purge = new Purge(connection, asked, PurgeProgress.on(terminal));
      try {
        purge.run();
      } finally {
        print(purge, asked, terminal);
      }
      return 0;
    } catch (SQLException e) {
      terminal.complain("The database (DB_URL) could not do it: " + e.getMessage());
      return 1;
    }
  }

  private static void print(Purge purge, PurgeArguments asked, Terminal terminal) {
    terminal.print(
        asked.isDry()
            ? "Would delete " + purge.deleted() + " sagas of " + asked.flow() + "."
            : "Deleted " + purge.deleted() + " sagas of " + asked.flow() + ".");
    if (purge.passedOver() > 0) {
      terminal.print(
          purge.passedOver()
              + " more have commands that are not delivered, or are in use; they stay.");
    }
  }
}
