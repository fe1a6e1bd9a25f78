// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach a database. */
public record TestDatabase(String url, String user, String password) {

  /** The settings that make a server use it. */
  public Map<String, String> settings() {
    return Map.of("DB_URL", url, "DB_USER", user, "DB_PASSWORD", password);
  }

  /** Opens a connection each time; each commits by itself. */
  public DataSource source() {
    return switch (url.split(":", 3)[1]) {
      case "h2" -> h2();
      case "mariadb" -> mariaDb();
      default -> postgres();
    };
  }

  /** The ids of all sagas that are stored. */
  public Set<String> sagaIds() throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select id from saga")) {
      Set<String> ids = new HashSet<>();
      while (found.next()) {
        ids.add(found.getString(1));
      }
      return ids;
    }
  }

  private DataSource h2() {
    var source = new JdbcDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  private DataSource postgres() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  private DataSource mariaDb() {
    try {
      var source = new MariaDbDataSource(url);
      source.setUser(user);
      source.setPassword(password);
      return source;
    } catch (SQLException e) {
      throw new IllegalArgumentException(url, e);
    }
  }
}
