// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.bootstrap.tables.Tables;
import io.flowmanager.bootstrap.tables.UnusableTablesException;
import io.flowmanager.platform.config.ConfigurationException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Brings the tables of the server's default data source up to date, one node at a time. */
@ApplicationScoped
public class Migration {

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  /**
   * @throws ConfigurationException when the database cannot be reached, is of an unknown kind, or
   *     its tables cannot be brought up to date
   */
  void run() {
    try {
      new Tables(dataSource).bringUpToDate();
    } catch (SQLException e) {
      throw fault(
          "The database cannot be reached; check DB_URL, DB_USER and DB_PASSWORD, or the server's data source: "
              + e.getMessage());
    } catch (UnusableTablesException e) {
      throw fault(e.getMessage());
    }
  }

  private static ConfigurationException fault(String sentence) {
    return new ConfigurationException(List.of(sentence));
  }
}
