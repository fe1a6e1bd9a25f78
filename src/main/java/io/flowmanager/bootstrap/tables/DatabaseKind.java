// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** A kind of database that there are tables for. */
enum DatabaseKind {
  H2("H2", "sql/h2") {
    @Override
    void inTurn(Connection connection, Runnable change) {
      change.run();
    }

    @Override
    void requireRights(Connection connection) {
      // H2 lets every user that it was made for create tables
    }
  },
  POSTGRESQL("PostgreSQL", "sql/postgresql") {
    @Override
    void inTurn(Connection connection, Runnable change) {
      MigrationTurn.take(connection, change);
    }

    @Override
    void requireRights(Connection connection) throws SQLException {
      SchemaRights.require(connection);
    }
  };

  private static final List<String> SCRIPTS =
      List.of(
          "V1__sagas.sql",
          "V2__blocked_commands.sql",
          "V3__router_calls.sql",
          "V4__inbox.sql",
          "V5__router_parked.sql");

  private final String product;
  private final String folder;

  DatabaseKind(String product, String folder) {
    this.product = product;
    this.folder = folder;
  }

  static DatabaseKind of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(kind -> kind.product.equalsIgnoreCase(product))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableTablesException(
                    "The default data source is a " + product + "; use H2 or PostgreSQL."));
  }

  /** Where its scripts are, on the class path. */
  String folder() {
    return folder;
  }

  /**
   * All of its scripts; a file that is missing here is applied nevertheless, but not looked for.
   */
  List<Script> scripts() {
    return SCRIPTS.stream().map(name -> Script.of(folder, name)).toList();
  }

  /**
   * @throws UnusableTablesException when the user of the connection may not make tables
   */
  abstract void requireRights(Connection connection) throws SQLException;

  /** Changes the tables while no other node does; H2 has one node only. */
  abstract void inTurn(Connection connection, Runnable change);
}
