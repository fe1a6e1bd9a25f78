// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.platform.config.ConfigurationException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of the server's default data source up to date, one node at a time. */
@ApplicationScoped
public class Migration {

  private static final Map<String, String> FOLDERS =
      Map.of("h2", "sql/h2", "postgresql", "sql/postgresql");

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  /**
   * @throws ConfigurationException when the database cannot be reached, is of an unknown kind, or
   *     its tables cannot be brought up to date
   */
  void run() {
    try {
      Flyway.configure(Migration.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:" + folder())
          .table("flow_manager_schema")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw fault("The tables could not be brought up to date: " + e.getMessage());
    }
  }

  private String folder() {
    String product = product();
    String folder = FOLDERS.get(product.toLowerCase(Locale.ROOT));
    if (folder == null) {
      throw fault("The default data source is a " + product + "; use H2 or PostgreSQL.");
    }
    return folder;
  }

  private String product() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      throw fault(
          "The database cannot be reached; check DB_URL, DB_USER and DB_PASSWORD, or the server's data source: "
              + e.getMessage());
    }
  }

  private static ConfigurationException fault(String sentence) {
    return new ConfigurationException(List.of(sentence));
  }
}
