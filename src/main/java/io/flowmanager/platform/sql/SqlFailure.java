// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a failure of a database means to whoever asked, told by its SQL state, and in MariaDB by its
 * error code as well.
 */
public enum SqlFailure {
  /**
   * The database cannot do it now: it is away, read-only, full, or others are in the way. The same
   * may succeed later.
   */
  PASSING,

  /** The database will never take this value, however often it is sent. */
  UNSTORABLE;

  /** Data exceptions, rows that break a constraint, and what is beyond a limit of the program. */
  private static final Set<String> CLASSES_OF_VALUES = Set.of("22", "23", "54");

  /** A key that is taken: of two who write it at once, the second finds the row of the first. */
  private static final String TAKEN = "23505";

  /** MariaDB has one state for all constraints; this is its error for a key that is taken. */
  private static final int TAKEN_IN_MARIADB = 1062;

  /** A row beyond max_allowed_packet, in MariaDB and in its driver. */
  private static final int TOO_LARGE_FOR_MARIADB = 1153;

  private static final int LENGTH_OF_A_STATE = 5;

  /** Of a chain of causes the first SQL state counts; without any, the failure may pass. */
  public static SqlFailure of(Throwable failure) {
    return sqlExceptions(failure)
        .filter(SqlFailure::hasState)
        .findFirst()
        .filter(SqlFailure::isOfValue)
        .map(first -> UNSTORABLE)
        .orElse(PASSING);
  }

  /**
   * What the database, or its driver, says in a chain of causes, on one line: providers wrap it
   * into their own words, the statement and its parameters. Without any, what the failure itself
   * says.
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
