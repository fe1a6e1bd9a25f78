// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.domain.CommandId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows of pending commands that were due and that this transaction has locked.
 *
 * @param free those of a saga from its oldest on, without a gap and in their order
 * @param passedOver those behind something that is not due, blocked or locked by somebody else
 */
record DueCommands(List<PendingCommandRow> free, List<PendingCommandRow> passedOver) {

  /**
   * The last column is the latest command before. One that is being removed meanwhile still counts:
   * what is passed over for nothing is found the next time.
   */
  private static final String LOCK =
      PendingCommandRow.COLUMNS
              .names()
              .map(name -> "c." + name)
              .collect(Collectors.joining(", ", "select ", ", "))
          + "(select max(e.sequence_no) from pending_command e"
          + " where e.saga_id = c.saga_id and e.sequence_no < c.sequence_no)"
          + " from pending_command c where c.next_attempt_at <= ? and c.blocked_by is null"
          + " order by c.next_attempt_at limit ? for update skip locked";

  static DueCommands lock(Connection connection, Instant now, int limit) throws SQLException {
    List<Found> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(LOCK))) {
      statement.setLong(1, now.toEpochMilli());
      statement.setInt(2, limit);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(Found.read(found));
        }
      }
    }
    var due = new DueCommands(new ArrayList<>(), new ArrayList<>());
    rows.stream().sorted(Found.IN_ORDER).forEach(due::add);
    return due;
  }

  private record Found(PendingCommandRow row, Optional<CommandId> forerunner) {

    static final Comparator<Found> IN_ORDER =
        Comparator.comparing((Found found) -> found.row.id().saga())
            .thenComparing(found -> found.row.id().sequence());

    static Found read(ResultSet found) throws SQLException {
      var row = PendingCommandRow.read(found);
      long sequence = found.getLong(PendingCommandRow.COLUMNS.columns().size() + 1);
      return new Found(
          row,
          found.wasNull()
              ? Optional.empty()
              : Optional.of(new CommandId(row.id().saga(), sequence, 0)));
    }
  }

  private void add(Found found) {
    boolean isFree = found.forerunner.map(this::isLast).orElse(true);
    (isFree ? free : passedOver).add(found.row);
  }

  private boolean isLast(CommandId command) {
    return !free.isEmpty() && free.get(free.size() - 1).id().equals(command);
  }
}
