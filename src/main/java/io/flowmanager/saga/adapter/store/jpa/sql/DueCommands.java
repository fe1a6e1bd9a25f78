// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of pending commands that were due and that this transaction has locked.
 *
 * @param free those of a saga from its oldest on, without a gap and in their order
 * @param passedOver those behind a gap, or behind a row that another transaction has locked
 */
public record DueCommands(List<PendingCommandRow> free, List<PendingCommandRow> passedOver) {

  private static final Logger LOG = System.getLogger(DueCommands.class.getName());

  /**
   * The last column is the latest command before. One that is being removed meanwhile still counts:
   * what is passed over for nothing is found the next time.
   */
  private static final String ROWS =
      PendingCommandRow.COLUMNS
              .names()
              .map(name -> "c." + name)
              .collect(Collectors.joining(", ", "select ", ", "))
          + "(select max(e.sequence_no) from pending_command e"
          + " where e.saga_id = c.saga_id and e.sequence_no < c.sequence_no)"
          + " from pending_command c where c.next_attempt_at <= ? and c.blocked_by is null";

  /** Of each row the oldest one of its saga is looked up by key, and nothing is written. */
  private static final String WHOSE_OLDEST =
      " and (select case when h.next_attempt_at <= ? and h.blocked_by is null";

  private static final String IS_DUE =
      " then 1 else 0 end from pending_command h where h.saga_id = c.saga_id"
          + " order by h.sequence_no limit 1) = 1";

  private static final String LOCK = " order by c.next_attempt_at limit ? for update skip locked";

  public static DueCommands lock(Connection connection, Instant now, ClaimLimits limits)
      throws SQLException {
    List<Found> rows = new ArrayList<>(lockUsual(connection, now, limits));
    for (var narrow : limits.narrow().entrySet()) {
      if (narrow.getValue() > 0) {
        rows.addAll(lockOldest(connection, now, narrow.getKey(), narrow.getValue()));
      }
    }
    var due = new DueCommands(new ArrayList<>(), new ArrayList<>());
    rows.stream().sorted(Found.IN_ORDER).forEach(due::add);
    return due;
  }

  private static List<Found> lockUsual(Connection connection, Instant now, ClaimLimits limits)
      throws SQLException {
    Set<Channels.Key> others = limits.narrow().keySet();
    String sql =
        ROWS
            + " and not (c.flow = ? and c.channel = ?)".repeat(others.size())
            + WHOSE_OLDEST
            + " and not (h.flow = ? and h.channel = ?)".repeat(others.size())
            + IS_DUE
            + LOCK;
    var values = new ArrayList<Object>();
    for (int i = 0; i < 2; i++) {
      values.add(now.toEpochMilli());
      others.forEach(key -> values.addAll(List.of(key.flow().value(), key.channel())));
    }
    values.add(limits.commands());
    return lock(connection, sql, values);
  }

  private static List<Found> lockOldest(
      Connection connection, Instant now, Channels.Key channel, int limit) throws SQLException {
    String sql =
        ROWS
            + " and c.flow = ? and c.channel = ?"
            + WHOSE_OLDEST
            + " and h.sequence_no = c.sequence_no"
            + IS_DUE
            + LOCK;
    long due = now.toEpochMilli();
    return lock(
        connection, sql, List.of(due, channel.flow().value(), channel.channel(), due, limit));
  }

  private static List<Found> lock(Connection connection, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(sql))) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      var rows = new ArrayList<Found>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(Found.read(found));
        }
      }
      return rows;
    }
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

  /**
   * The free commands. One whose row cannot be read is logged and left out with those behind it in
   * its saga, so that it keeps no other saga back.
   */
  public List<PendingCommand> readable(Instant leasedUntil) {
    var commands = new ArrayList<PendingCommand>();
    Set<SagaId> broken = new HashSet<>();
    for (PendingCommandRow row : free) {
      try {
        if (!broken.contains(row.id().saga())) {
          commands.add(row.toClaimed(leasedUntil));
        }
      } catch (RuntimeException e) {
        broken.add(row.id().saga());
        LOG.log(Level.ERROR, "The stored command " + row.id() + " cannot be read", e);
      }
    }
    return commands;
  }
}
