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

  /** SQL state of a division by zero, which the statement for one step ends with. */
  static final String MISSED = "22012";

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
                  " where old.last_sequence < excluded.last_sequence returning version"));

  private static final String COUNT = " select count(*) from sagas";

  /** Fails, and takes everything back, unless the one saga was written as it was meant to be. */
  private static final String ONLY_IF = " select 1 / count(*) from sagas where version ";

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

  private static final Statements COUNTED_MANY = MANY.endingWith(COUNT);
  private static final Statements COUNTED_ONE = ONE.endingWith(COUNT);
  private static final Statements ONE_NEW = ONE.endingWith(ONLY_IF + "= 0");
  private static final Statements ONE_MOVED = ONE.endingWith(ONLY_IF + "> 0");

  private record Statements(String withoutCommands, String withCommands) {

    static Statements of(String saga, String entry, String command) {
      String start = "with sagas as (%s), entries as (%s)".formatted(saga + OR_MOVE, entry);
      return new Statements(start, start + ", commands as (%s)".formatted(command));
    }

    Statements endingWith(String end) {
      return new Statements(withoutCommands + end, withCommands + end);
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
    return sql(isOneStep() ? COUNTED_ONE : COUNTED_MANY);
  }

  /**
   * One statement for the one step, good without a transaction: it writes all of it or fails. It
   * fails with {@link #MISSED} when the saga does not stand before this step.
   *
   * @param isNew whether the step creates the saga
   */
  String sqlAlone(boolean isNew) {
    return sql(isNew ? ONE_NEW : ONE_MOVED);
  }

  private String sql(Statements statements) {
    return commands.isEmpty() ? statements.withoutCommands() : statements.withCommands();
  }

  /** Whether it is one step of one saga, with one command at the most. */
  boolean isOneStep() {
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
