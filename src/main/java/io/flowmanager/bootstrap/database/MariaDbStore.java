// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MariaDB, which loses what was acknowledged only when it is told to be faster than safe. */
record MariaDbStore(Connection connection) {

  private static final String SETTINGS =
      "select @@global.innodb_flush_log_at_trx_commit, @@global.log_bin, @@global.sync_binlog";

  /** The log of InnoDB is on disk before a commit returns. */
  private static final Set<Integer> SAFE = Set.of(1, 3);

  /** Which acknowledged commits may be lost, as a sentence; empty when none. */
  String risk() throws SQLException {
    List<String> risky = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(SETTINGS)) {
      found.next();
      if (!SAFE.contains(found.getInt(1))) {
        risky.add("innodb_flush_log_at_trx_commit = " + found.getInt(1));
      }
      // With a binary log it is that log which says at a restart whether a commit happened.
      if (found.getBoolean(2) && found.getInt(3) != 1) {
        risky.add("sync_binlog = " + found.getInt(3));
      }
    }
    return risky.isEmpty()
        ? ""
        : "It may lose what was acknowledged last when its machine fails, since it runs with "
            + String.join(" and ", risky)
            + "; 1 is safe.";
  }
}
