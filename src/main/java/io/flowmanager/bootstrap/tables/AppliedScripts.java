// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Flyway's record of the applied scripts.
 *
 * @param clean whether no entry is a failure or a repair
 */
record AppliedScripts(boolean clean, Set<Script> scripts) {

  /** The table of Flyway's record. */
  static final String TABLE = "flow_manager_schema";

  private static final AppliedScripts NOTHING = new AppliedScripts(true, Set.of());
  private static final String SCRIPT = "SQL";
  private static final String REPAIRED = "DELETE";

  /** With the database's quotes: they keep small letters small in H2, and are others in MariaDB. */
  private static final String ENTRIES =
      "select 'version', 'type', 'checksum', 'success' from '" + TABLE + "'";

  /** Empty if the table does not exist or cannot be read; Flyway will report the reason. */
  static AppliedScripts of(Connection connection) {
    try {
      return isThere(connection) ? read(connection) : NOTHING;
    } catch (SQLException unreadable) {
      return NOTHING;
    }
  }

  /** Checked first, because a database logs a query of a missing table as an error. */
  private static boolean isThere(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), null, TABLE, null)) {
      return tables.next();
    }
  }

  private static AppliedScripts read(Connection connection) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    try (Statement statement = connection.createStatement();
        ResultSet entries = statement.executeQuery(ENTRIES.replace("'", quote))) {
      return of(entries);
    }
  }

  private static AppliedScripts of(ResultSet entries) throws SQLException {
    boolean clean = true;
    Set<Script> scripts = new HashSet<>();
    while (entries.next()) {
      String type = entries.getString("type");
      clean &= entries.getBoolean("success") && !REPAIRED.equals(type);
      if (SCRIPT.equals(type)) {
        scripts.add(new Script(entries.getString("version"), entries.getInt("checksum")));
      }
    }
    return new AppliedScripts(clean, scripts);
  }

  /** Whether these were applied as they are now. Others, of a newer program, may have been, too. */
  boolean include(Collection<Script> wanted) {
    return clean && scripts.containsAll(wanted);
  }
}
