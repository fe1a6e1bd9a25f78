// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** H2: its location, and what is lost when the process is killed. */
record H2Store(Connection connection) {

  private static final Logger LOG = System.getLogger("io.flowmanager");

  /** File systems of H2 that are memory. */
  private static final String IN_MEMORY = "(mem|memFS|memLZF|nioMemFS|nioMemLZF):.*";

  /**
   * Where Payara Micro unpacks itself unless it is told another folder; it deletes it at its stop.
   */
  private static final Pattern OF_PAYARA_MICRO = Pattern.compile("payaramicro-rt.*tmp");

  private static final String OF_WILDFLY = "jboss.server.temp.dir";

  private static final String USE_POSTGRESQL = " Use PostgreSQL in production.";

  StoreDurability durability() throws SQLException {
    Optional<String> path = path().filter(text -> !text.matches(IN_MEMORY));
    if (path.isEmpty()) {
      return new StoreDurability(
          "an H2 database in memory", "All of them are lost when the server stops.", true);
    }
    String place = "the H2 database " + path.get();
    if (isDeletedWithTheServer(Path.of(path.get()))) {
      return new StoreDurability(
          place + ", which is in a temporary folder of the server",
          "All of them are lost when the server stops.",
          true);
    }
    return new StoreDurability(place, writeDelay() + USE_POSTGRESQL, false);
  }

  private Optional<String> path() throws SQLException {
    return ask("select database_path()");
  }

  private static boolean isDeletedWithTheServer(Path path) {
    Path file = path.toAbsolutePath().normalize();
    return StreamSupport.stream(file.spliterator(), false)
            .anyMatch(part -> OF_PAYARA_MICRO.matcher(part.toString()).matches())
        || Optional.ofNullable(System.getProperty(OF_WILDFLY))
            .filter(folder -> file.startsWith(Path.of(folder).toAbsolutePath().normalize()))
            .isPresent();
  }

  /** A delay set by an operator stays; H2's default does not count as set. */
  private String writeDelay() throws SQLException {
    if (writeDelayMillis().equals(H2_DEFAULT)) {
      writeAtOnce();
    }
    String millis = writeDelayMillis();
    return millis.equals("0")
        ? "It belongs to one process; after a power cut, the last acknowledged changes may be lost."
        : "If the process is killed, the changes acknowledged in its last "
            + millis
            + " ms (WRITE_DELAY) are lost.";
  }

  private static final String H2_DEFAULT = "500";

  private String writeDelayMillis() throws SQLException {
    return ask("select setting_value from information_schema.settings where setting_name ="
            + " 'WRITE_DELAY'")
        .orElse(H2_DEFAULT);
  }

  private void writeAtOnce() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set write_delay 0");
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The user of the database may not set WRITE_DELAY", e);
    }
  }

  private Optional<String> ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() ? Optional.ofNullable(answer.getString(1)) : Optional.empty();
    }
  }
}
