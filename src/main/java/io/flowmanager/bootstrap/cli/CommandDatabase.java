// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/** The database that a server with the same settings would use, without a pool. */
record CommandDatabase(String url, String user, String password) {

  private static final String DEFAULT_URL = "jdbc:h2:file:./data/flow-manager";

  static CommandDatabase ofProcess() {
    return new CommandDatabase(
        new ProcessSetting("DB_URL").value().orElse(DEFAULT_URL),
        new ProcessSetting("DB_USER").value().orElse(""),
        new ProcessSetting("DB_PASSWORD").value().orElse(""));
  }

  /**
   * A connection whose transactions are READ COMMITTED, as those of a server.
   *
   * @throws SQLException when there is no such database: none is made
   */
  Connection connect() throws SQLException {
    var login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    String existing = url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url;
    for (Driver driver : ServiceLoader.load(Driver.class)) {
      Connection connection = driver.connect(existing, login);
      if (connection != null) {
        // MariaDB's default locks the gaps between ids, into which nodes insert.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
      }
    }
    throw new SQLException("there is no driver for it");
  }

  /** Leaves out all that may carry a password. */
  @Override
  public String toString() {
    return "CommandDatabase[user=" + user + "]";
  }
}
