// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rights that a user of PostgreSQL needs to create tables. */
final class SchemaRights {

  private static final String QUESTION =
      "select quote_ident(current_schema()), quote_ident(current_user),"
          + " has_schema_privilege(current_schema(), 'CREATE'), current_setting('search_path')";

  private SchemaRights() {}

  /**
   * @throws UnusableTablesException when the user has no schema to make tables in, with what to do
   */
  static void require(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(QUESTION)) {
      answer.next();
      String schema = answer.getString(1);
      if (schema == null) {
        throw new UnusableTablesException(noSchema(answer.getString(4)));
      }
      if (!answer.getBoolean(3)) {
        throw new UnusableTablesException(noRight(schema, answer.getString(2)));
      }
    }
  }

  private static String noSchema(String searchPath) {
    return "The database has no schema of its search_path, which is "
        + searchPath
        + ": create one of them, or correct the name. A name with capitals or other characters"
        + " needs double quotes in DB_URL, such as currentSchema=%22My-Flows%22.";
  }

  private static String noRight(String schema, String user) {
    return "The database user "
        + user
        + " may not create tables in the schema "
        + schema
        + ", which PostgreSQL allows only to the owner since version 15: as the owner, run"
        + " GRANT CREATE, USAGE ON SCHEMA "
        + schema
        + " TO "
        + user
        + "; and start again.";
  }
}
