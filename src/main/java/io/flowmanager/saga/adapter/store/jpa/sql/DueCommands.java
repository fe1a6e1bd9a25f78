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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of pending commands that were due and that this transaction has locked.
 *
 * @param free those of a saga from its oldest on, without a gap and in their order
 * @param passedOver those behind a gap, or behind a row that another transaction has locked
 */
public record DueCommands(List<PendingCommandRow> free, List<PendingCommandRow> passedOver) {

  private static final Logger LOG = System.getLogger(DueCommands.class.getName());

  public static DueCommands lock(Connection connection, Instant now, ClaimLimits limits)
      throws SQLException {
    var claim = ClaimStatement.of(connection);
    List<Found> rows = new ArrayList<>(lockUsual(connection, claim, now, limits));
    for (var narrow : limits.narrow().entrySet()) {
      if (narrow.getValue() > 0) {
        rows.addAll(lockOldest(connection, claim, now, narrow.getKey(), narrow.getValue()));
      }
    }
    if (claim.ofMariaDb()) {
      rows = Found.withForerunners(rows, connection);
    }
    var due = new DueCommands(new ArrayList<>(), new ArrayList<>());
    rows.stream().sorted(Found.IN_ORDER).forEach(due::add);
    return due;
  }

  private static List<Found> lockUsual(
      Connection connection, ClaimStatement claim, Instant now, ClaimLimits limits)
      throws SQLException {
    Set<Channels.Key> others = limits.narrow().keySet();
    var values = new ArrayList<Object>();
    for (int i = 0; i < 2; i++) {
      values.add(now.toEpochMilli());
      others.forEach(key -> values.addAll(List.of(key.flow().value(), key.channel())));
    }
    values.add(limits.commands());
    return lock(connection, claim.usual(others.size()), values);
  }

  private static List<Found> lockOldest(
      Connection connection, ClaimStatement claim, Instant now, Channels.Key channel, int limit)
      throws SQLException {
    long due = now.toEpochMilli();
    return lock(
        connection,
        claim.oldest(),
        List.of(due, channel.flow().value(), channel.channel(), due, limit));
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

    static List<Found> withForerunners(List<Found> rows, Connection connection)
        throws SQLException {
      List<CommandId> ids = rows.stream().map(found -> found.row.id()).toList();
      Map<CommandId, CommandId> forerunners = Forerunners.of(connection, ids);
      return rows.stream()
          .map(found -> new Found(found.row, Optional.ofNullable(forerunners.get(found.row.id()))))
          .toList();
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
