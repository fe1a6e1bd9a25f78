// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach a database. */
public record TestDatabase(String url, String user, String password) {

  /** The settings that make a server use it. */
  public Map<String, String> settings() {
    return Map.of("DB_URL", url, "DB_USER", user, "DB_PASSWORD", password);
  }

  /** Opens a connection each time; each commits by itself. */
  public DataSource source() {
    return url.startsWith("jdbc:h2:") ? h2() : postgres();
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
}
