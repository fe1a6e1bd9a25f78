// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A kind of database that there are tables for. */
enum DatabaseKind {
  H2("H2", "sql/h2") {
    @Override
    void check(DataSource source) {
      // H2 accepts every string of Java.
    }

    @Override
    void inTurn(DataSource source, Consumer<DataSource> change) {
      change.accept(source);
    }

    @Override
    void requireRights(Connection connection) {
      // In H2, every user of the database may create tables
    }
  },
  POSTGRESQL("PostgreSQL", "sql/postgresql") {
    @Override
    void check(DataSource source) throws SQLException {
      PoolerCheck.check(source);
      PostgresRequirements.check(source);
    }

    @Override
    void inTurn(DataSource source, Consumer<DataSource> change) throws SQLException {
      MigrationTurn.take(source, change);
    }

    @Override
    void requireRights(Connection connection) throws SQLException {
      SchemaRights.require(connection);
    }
  },
  MARIADB("MariaDB", "sql/mariadb") {
    @Override
    void check(DataSource source) throws SQLException {
      MariaDbRequirements.check(source);
    }

    @Override
    void inTurn(DataSource source, Consumer<DataSource> change) throws SQLException {
      MariaDbTurn.take(source, change);
    }

    @Override
    void requireRights(Connection connection) {
      // MariaDB names the right, the user and the table when it refuses one
    }
  };

  private static final List<String> SCRIPTS =
      List.of(
          "V1__sagas.sql",
          "V2__blocked_commands.sql",
          "V3__router_calls.sql",
          "V4__inbox.sql",
          "V5__router_parked.sql",
          "V6__topic_ids.sql",
          "V7__saga_intents.sql",
          "V8__retention.sql");

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
                    "The default data source is a "
                        + product
                        + "; use H2, PostgreSQL or MariaDB."));
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
   * Whether this one may be used.
   *
   * @throws UnusableTablesException with a sentence, when it may not
   */
  abstract void check(DataSource source) throws SQLException;

  /**
   * @throws UnusableTablesException when the user of the connection may not make tables
   */
  abstract void requireRights(Connection connection) throws SQLException;

  /** Changes the tables while no other node does; H2 has one node only. */
  abstract void inTurn(DataSource source, Consumer<DataSource> change) throws SQLException;
}
