// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Classifies failures of a database by their SQL state. */
public enum SqlFailure {
  /**
   * The database cannot do it now: it is unreachable, read-only or full, or another transaction
   * conflicts. The same call may succeed later.
   */
  PASSING,

  /** The database can never store this value. */
  UNSTORABLE;

  /** Data exceptions, constraint violations and exceeded program limits. */
  private static final Set<String> CLASSES_OF_VALUES = Set.of("22", "23", "54");

  /**
   * A duplicate key: of two concurrent writers, the second one will find the row of the first on a
   * retry.
   */
  private static final String TAKEN = "23505";

  /**
   * Uses the first SQL state in the chain of causes. A failure without a SQL state is {@link
   * #PASSING}.
   */
  public static SqlFailure of(Throwable failure) {
    return state(failure).filter(SqlFailure::isOfValue).map(state -> UNSTORABLE).orElse(PASSING);
  }

  /**
   * The message of the database or its driver in the chain of causes, on one line: persistence
   * providers wrap it with their own text, the statement and its parameters. If there is none, the
   * message of the failure itself.
   */
  public static String reason(Throwable failure) {
    String reason =
        sqlExceptions(failure)
            .reduce((outer, inner) -> inner)
            .map(Throwable::getMessage)
            .orElseGet(failure::getMessage);
    return String.valueOf(reason).strip().replaceAll("\\s+", " ");
  }

  private static Stream<SQLException> sqlExceptions(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast);
  }

  private static Optional<String> state(Throwable failure) {
    return sqlExceptions(failure)
        .map(SQLException::getSQLState)
        .filter(state -> state != null && state.length() == TAKEN.length())
        .findFirst();
  }

  private static boolean isOfValue(String state) {
    return !TAKEN.equals(state) && CLASSES_OF_VALUES.contains(state.substring(0, 2));
  }
}
