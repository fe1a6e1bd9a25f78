// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL states as PostgreSQL (appendix A) and H2 give them. */
class SqlFailureTest {

  @ParameterizedTest
  @CsvSource({
    "22001, a text that is too long for its column",
    "22003, a number out of range",
    "22008, a time out of range",
    "22021, a character that the encoding does not have",
    "22P05, a character that cannot be translated",
    "22P02, a text that is no such value",
    "22018, the same on H2",
    "23502, nothing where something must be",
    "23513, a check that fails on H2",
    "23514, a check that fails",
    "54000, a row of an index that is too long"
  })
  void valueThatTheDatabaseWillNeverTakeIsUnstorable(String state, String what) {
    assertThat(SqlFailure.of(failure(state))).as(what).isEqualTo(SqlFailure.UNSTORABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "08006, the connection broke",
    "08003, the connection is closed",
    "23505, a key that another one has taken",
    "25006, a transaction that may only read",
    "25P02, a transaction that has failed",
    "26000, a prepared statement of another session",
    "40001, transactions that exclude each other",
    "40P01, a ring of locks",
    "42P01, no such table",
    "42501, no right to do so",
    "50200, a lock that was not to be had on H2",
    "53100, no space on the disk",
    "53300, too many connections",
    "55P03, a lock that was not to be had",
    "57014, a statement that took too long",
    "57P01, the session was ended",
    "57P03, the database starts",
    "58030, the disk fails",
    "90098, the database is closed on H2",
    "XX000, the database fails"
  })
  void failureOfTheDatabaseMayPass(String state, String what) {
    assertThat(SqlFailure.of(failure(state))).as(what).isEqualTo(SqlFailure.PASSING);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "22"})
  void failureWithoutAProperStateMayPass(String state) {
    assertThat(SqlFailure.of(failure(state))).isEqualTo(SqlFailure.PASSING);
  }

  @ParameterizedTest
  @CsvSource({
    "40001, 1213, a ring of locks",
    "HY000, 1205, a lock that was not to be had",
    "HY000, 1290, a server that only reads",
    "23000, 1062, a key that another one has taken",
    "70100, 1969, a statement that took too long",
    "08004, 1040, too many connections",
    "HY000, 1114, no space on the disk"
  })
  void failureOfMariaDbMayPass(String state, int code, String what) {
    assertThat(SqlFailure.of(new SQLException("as it is", state, code)))
        .as(what)
        .isEqualTo(SqlFailure.PASSING);
  }

  @ParameterizedTest
  @CsvSource({
    "22001, 1406, too long",
    "22007, 1366, a character that the column does not have",
    "23000, 1048, nothing where there must be something",
    "08S01, 1153, more than max_allowed_packet"
  })
  void valueThatMariaDbWillNeverTakeIsUnstorable(String state, int code, String what) {
    assertThat(SqlFailure.of(new SQLException("as it is", state, code)))
        .as(what)
        .isEqualTo(SqlFailure.UNSTORABLE);
  }

  @Test
  void stateIsFoundBelowWhatWrapsIt() {
    var wrapped =
        new IllegalStateException(new UndeclaredThrowableException(failure("22001"), "broken"));

    assertThat(SqlFailure.of(wrapped)).isEqualTo(SqlFailure.UNSTORABLE);
  }

  @Test
  void failureOfSomethingElseMayPass() {
    assertThat(SqlFailure.of(new IllegalStateException("no database at all")))
        .isEqualTo(SqlFailure.PASSING);
  }

  private static SQLException failure(String state) {
    return new SQLException("as it is", state);
  }

  @Test
  void reasonIsWhatTheDatabaseSaysOnOneLine() {
    var said = new SQLException("FATAL: the database system\n  is shutting down", "57P03");
    var wrapped = new IllegalStateException("Query: select\n\tbind => [5 parameters]", said);

    assertThat(SqlFailure.reason(wrapped)).isEqualTo("FATAL: the database system is shutting down");
    assertThat(SqlFailure.reason(new IllegalStateException("closed"))).isEqualTo("closed");
  }
}
