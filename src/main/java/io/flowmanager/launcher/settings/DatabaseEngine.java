// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The databases that the bundle carries a driver for. The data sources are plain, not XA: no
 * transaction spans a second resource, and XA would add a recovery log to every commit.
 */
enum DatabaseEngine {
  /**
   * WRITE_DELAY=0 writes each commit to the file before it returns, so a killed process loses none;
   * RETENTION_TIME bounds the file, which grows by every commit until old pages may be reused. The
   * pool closes the database, not H2's own shutdown hook, which would race the server's.
   */
  H2(
      "jdbc:h2:",
      "org.h2.jdbcx.JdbcDataSource",
      ';',
      "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation") {
    @Override
    List<String> options(String url, Duration limit) {
      return List.of(
          "WRITE_DELAY=0", "RETENTION_TIME=10000", "LOCK_TIMEOUT=10000", "DB_CLOSE_ON_EXIT=FALSE");
    }

    @Override
    String newSession(String url, Duration limit) {
      return "";
    }
  },
  POSTGRESQL(
      "jdbc:postgresql://",
      "org.postgresql.ds.PGSimpleDataSource",
      '&',
      "io.flowmanager.launcher.pool.WritableConnection") {
    @Override
    List<String> options(String url, Duration limit) {
      return PostgresOptions.of(url, limit);
    }

    @Override
    String newSession(String url, Duration limit) {
      return PostgresOptions.newSession(url, limit);
    }
  },
  /**
   * One address only: the driver's ways to use several change the server behind the pool's back,
   * and none of them looks for the one that can be written to.
   */
  MARIADB(
      "jdbc:mariadb://",
      "org.mariadb.jdbc.MariaDbDataSource",
      '&',
      "io.flowmanager.launcher.pool.WritableMariaDb") {
    @Override
    List<String> options(String url, Duration limit) {
      return MariaDbOptions.of(limit);
    }

    @Override
    String newSession(String url, Duration limit) {
      return MariaDbOptions.newSession(limit);
    }
  };

  private final String urlPrefix;
  private final String dataSourceClass;
  private final char separator;
  private final String validationClass;

  DatabaseEngine(String urlPrefix, String dataSourceClass, char separator, String validationClass) {
    this.urlPrefix = urlPrefix;
    this.dataSourceClass = dataSourceClass;
    this.separator = separator;
    this.validationClass = validationClass;
  }

  static Optional<DatabaseEngine> of(String url) {
    return Arrays.stream(values()).filter(engine -> url.startsWith(engine.urlPrefix)).findFirst();
  }

  String urlPrefix() {
    return urlPrefix;
  }

  String dataSourceClass() {
    return dataSourceClass;
  }

  /** Of the server's pool; asked before a connection is given out, at most once a second. */
  String validationClass() {
    return validationClass;
  }

  /** Of the driver, as parts of the URL. */
  abstract List<String> options(String url, Duration limit);

  /**
   * What each new connection is told; may be empty.
   *
   * @param limit how long a statement may take
   */
  abstract String newSession(String url, Duration limit);

  /** Adds each default option whose name the URL does not mention. */
  String withDefaults(String url, Duration limit) {
    String complete = url;
    for (String option : options(url, limit)) {
      complete = mentions(complete, option) ? complete : append(complete, option);
    }
    return complete;
  }

  private static boolean mentions(String url, String option) {
    String name = option.substring(0, option.indexOf('=') + 1);
    return url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private String append(String url, String option) {
    boolean startsQuery = separator == '&' && url.indexOf('?') < 0;
    return url + (startsQuery ? '?' : separator) + option;
  }
}
