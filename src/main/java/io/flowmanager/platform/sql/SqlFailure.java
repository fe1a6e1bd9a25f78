// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Classifies failures of a database by their SQL state, and those of MariaDB by their code too. */
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

  /** MariaDB has one state for all constraints; this is its error code for a duplicate key. */
  private static final int TAKEN_IN_MARIADB = 1062;

  /** A row larger than max_allowed_packet, reported by MariaDB or by its driver. */
  private static final int TOO_LARGE_FOR_MARIADB = 1153;

  private static final int LENGTH_OF_A_STATE = 5;

  /**
   * Uses the first SQL state in the chain of causes. A failure without a SQL state is {@link
   * #PASSING}.
   */
  public static SqlFailure of(Throwable failure) {
    return sqlExceptions(failure)
        .filter(SqlFailure::hasState)
        .findFirst()
        .filter(SqlFailure::isOfValue)
        .map(first -> UNSTORABLE)
        .orElse(PASSING);
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

  private static boolean hasState(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().length() == LENGTH_OF_A_STATE;
  }

  private static boolean isOfValue(SQLException failure) {
    return isTooLarge(failure)
        || !isTaken(failure) && CLASSES_OF_VALUES.contains(failure.getSQLState().substring(0, 2));
  }

  private static boolean isTooLarge(SQLException failure) {
    return failure.getErrorCode() == TOO_LARGE_FOR_MARIADB;
  }

  private static boolean isTaken(SQLException failure) {
    return TAKEN.equals(failure.getSQLState()) || failure.getErrorCode() == TAKEN_IN_MARIADB;
  }
}
