// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * The statements that lock rows of commands that are due. Their last column is the latest command
 * before; {@link Forerunners} looks for it where it is null.
 *
 * @param ofMariaDb whether they are MariaDB's
 */
record ClaimStatement(boolean ofMariaDb) {

  private static final String COLUMNS =
      PendingCommandRow.COLUMNS
          .names()
          .map(name -> "c." + name)
          .collect(Collectors.joining(", ", "select ", ", "));

  /** One that is being removed meanwhile still counts: what is passed over is found next time. */
  private static final String FORERUNNER =
      "(select max(e.sequence_no) from pending_command e"
          + " where e.saga_id = c.saga_id and e.sequence_no < c.sequence_no)";

  /** In this order no more is locked than the limit allows; sorted, it would be all that is due. */
  private static final String IN_ORDER = " force index (pending_command_due)";

  private static final String DUE = " where c.next_attempt_at <= ? and c.blocked_by is null";

  /** Of each row the oldest one of its saga is looked up by key, and nothing is written. */
  private static final String WHOSE_OLDEST =
      " and (select case when h.next_attempt_at <= ? and h.blocked_by is null";

  private static final String IS_DUE =
      " then 1 else 0 end from pending_command h where h.saga_id = c.saga_id"
          + " order by h.sequence_no limit 1) = 1";

  private static final String LOCK = " order by c.next_attempt_at limit ? for update skip locked";

  static ClaimStatement of(Connection connection) throws SQLException {
    return new ClaimStatement(DatabaseProduct.of(connection).equals(DatabaseProduct.MARIADB));
  }

  /**
   * For all channels but some.
   *
   * @param others how many they are
   */
  String usual(int others) {
    return rows()
        + " and not (c.flow = ? and c.channel = ?)".repeat(others)
        + WHOSE_OLDEST
        + " and not (h.flow = ? and h.channel = ?)".repeat(others)
        + IS_DUE
        + LOCK;
  }

  /** For one channel, the oldest commands of sagas alone. */
  String oldest() {
    return rows()
        + " and c.flow = ? and c.channel = ?"
        + WHOSE_OLDEST
        + " and h.sequence_no = c.sequence_no"
        + IS_DUE
        + LOCK;
  }

  private String rows() {
    String forerunner = ofMariaDb ? "null" : FORERUNNER;
    String index = ofMariaDb ? IN_ORDER : "";
    return COLUMNS + forerunner + " from pending_command c" + index + DUE;
  }
}
