// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaChange.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All rows that a batch writes, and PostgreSQL's statement for them. */
record NewRows(List<SagaRow> sagas, List<HistoryRow> entries, List<PendingCommandRow> commands) {

  private static final Set<String> CONSTANT =
      Set.of("id", "version", "flow", "entity_id", "created_at");

  /**
   * Passes over a saga that is not behind the row: then its history entry has a key that is taken,
   * or somebody counts too few rows.
   */
  private static final String OR_MOVE =
      SagaRow.COLUMNS
          .names()
          .filter(Predicate.not(CONSTANT::contains))
          .map(name -> name + " = excluded." + name)
          .collect(
              Collectors.joining(
                  ", ",
                  " on conflict (id) do update set version = old.version + 1, ",
                  " where old.last_sequence < excluded.last_sequence returning 1"));

  private static final Statements MANY =
      Statements.of(
          SagaRow.COLUMNS.insertInto("saga as old"),
          HistoryRow.COLUMNS.insertInto("saga_history"),
          PendingCommandRow.COLUMNS.insertInto("pending_command"));

  private static final Statements ONE =
      Statements.of(
          SagaRow.COLUMNS.insertOneInto("saga as old"),
          HistoryRow.COLUMNS.insertOneInto("saga_history"),
          PendingCommandRow.COLUMNS.insertOneInto("pending_command"));

  private record Statements(String withoutCommands, String withCommands) {

    static Statements of(String saga, String entry, String command) {
      String start = "with sagas as (%s), entries as (%s)".formatted(saga + OR_MOVE, entry);
      String end = " select count(*) from sagas";
      return new Statements(start + end, start + ", commands as (%s)".formatted(command) + end);
    }
  }

  static NewRows of(List<SagaChange> changes) {
    var rows = new NewRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    changes.forEach(rows::add);
    return rows;
  }

  private void add(SagaChange change) {
    var saga = change.saga();
    if (!(change.origin() instanceof Origin.Untouched)) {
      sagas.add(new SagaRow(saga));
    }
    change.entries().forEach(entry -> entries.add(new HistoryRow(saga.id(), entry)));
    change
        .commands()
        .forEach(command -> commands.add(new PendingCommandRow(command, saga.updatedAt())));
  }

  /** Whether nothing is to be written: a saga that moves has an entry. */
  boolean isEmpty() {
    return sagas.isEmpty();
  }

  /** One statement for all of it; it answers how many sagas were written. */
  String sql() {
    Statements statements = isOneStep() ? ONE : MANY;
    return commands.isEmpty() ? statements.withoutCommands() : statements.withCommands();
  }

  private boolean isOneStep() {
    return sagas.size() == 1 && entries.size() == 1 && commands.size() < 2;
  }

  void bind(Connection connection, PreparedStatement statement) throws SQLException {
    if (isOneStep()) {
      bindOne(statement);
    } else {
      bindMany(connection, statement);
    }
  }

  private void bindOne(PreparedStatement statement) throws SQLException {
    int next = SagaRow.COLUMNS.bindOne(statement, 1, sagas.get(0));
    next = HistoryRow.COLUMNS.bindOne(statement, next, entries.get(0));
    if (!commands.isEmpty()) {
      PendingCommandRow.COLUMNS.bindOne(statement, next, commands.get(0));
    }
  }

  private void bindMany(Connection connection, PreparedStatement statement) throws SQLException {
    int next = SagaRow.COLUMNS.bind(connection, statement, 1, sagas);
    next = HistoryRow.COLUMNS.bind(connection, statement, next, entries);
    if (!commands.isEmpty()) {
      PendingCommandRow.COLUMNS.bind(connection, statement, next, commands);
    }
  }
}
