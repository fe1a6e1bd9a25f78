// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** PostgreSQL, which loses acknowledged commits only if durability settings are turned off. */
record PostgresStore(Connection connection) {

  private static final String SETTINGS =
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')";

  /** Which acknowledged commits may be lost, as a sentence; empty when none. */
  String risk() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SETTINGS)) {
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
    }
    settings.values().retainAll(Set.of("off"));
    return settings.isEmpty()
        ? ""
        : "If its machine fails, the last acknowledged changes may be lost, because it runs with "
            + String.join(" and ", settings.keySet())
            + " off.";
  }
}
