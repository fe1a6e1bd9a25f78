// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import io.flowmanager.platform.config.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Whether a database accepts connections, and what a failure means for the start. */
record DatabaseAvailability(DataSource dataSource) {

  private static final String ADVICE =
      "The database cannot be used; check DB_URL, DB_USER and DB_PASSWORD, or the server's data"
          + " source: ";

  private static final int VALID_WITHIN_SECONDS = 5;

  /** Classes of SQL states: login refused, no such database, no right to connect. */
  private static final Set<String> LASTING = Set.of("28", "3D", "42");

  /** H2 has states of its own in this class, of which these pass: file in use, connection lost. */
  private static final String H2 = "90";

  private static final Set<String> H2_PASSING = Set.of("90020", "90067", "90098", "90121");

  /**
   * Why the database is unavailable, as a sentence; empty if a connection was made.
   *
   * @throws ConfigurationException if the database refuses the connection for a reason that does
   *     not pass by waiting
   */
  Optional<String> absence() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(VALID_WITHIN_SECONDS)
          ? Optional.empty()
          : Optional.of(ADVICE + "its connections do not answer.");
    } catch (SQLException fault) {
      return Optional.of(absence(fault));
    }
  }

  /**
   * What a failure of the database means for a start, as a sentence.
   *
   * @throws ConfigurationException if the reason does not pass by waiting
   */
  static String absence(SQLException fault) {
    if (isLasting(fault)) {
      throw new ConfigurationException(List.of(sentence(fault)));
    }
    return sentence(fault);
  }

  /** What the driver says, which names the place; pools wrap it, and say less. */
  private static String sentence(SQLException fault) {
    String reason =
        causes(fault)
            .filter(SQLException.class::isInstance)
            .reduce((outer, inner) -> inner)
            .map(Throwable::getMessage)
            .orElse(fault.getMessage());
    return ADVICE + reason;
  }

  private static boolean isLasting(SQLException fault) {
    return causes(fault)
        .filter(SQLException.class::isInstance)
        .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""))
        .anyMatch(DatabaseAvailability::isLasting);
  }

  private static boolean isLasting(String state) {
    if (state.length() < 2) {
      return false;
    }
    String category = state.substring(0, 2);
    return LASTING.contains(category) || category.equals(H2) && !H2_PASSING.contains(state);
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
  }
}
