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
  private static final String SAGAS =
      SagaRow.COLUMNS.insertInto("saga as old")
          + SagaRow.COLUMNS
              .names()
              .filter(Predicate.not(CONSTANT::contains))
              .map(name -> name + " = excluded." + name)
              .collect(
                  Collectors.joining(
                      ", ",
                      " on conflict (id) do update set version = old.version + 1, ",
                      " where old.last_sequence < excluded.last_sequence returning 1"));

  private static final String WITHOUT_COMMANDS =
      "with sagas as (%s), entries as (%s)"
          .formatted(SAGAS, HistoryRow.COLUMNS.insertInto("saga_history"));

  private static final String WITH_COMMANDS =
      WITHOUT_COMMANDS
          + ", commands as (%s)".formatted(PendingCommandRow.COLUMNS.insertInto("pending_command"));

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
    return (commands.isEmpty() ? WITHOUT_COMMANDS : WITH_COMMANDS) + " select count(*) from sagas";
  }

  void bind(Connection connection, PreparedStatement statement) throws SQLException {
    int next = SagaRow.COLUMNS.bind(connection, statement, 1, sagas);
    next = HistoryRow.COLUMNS.bind(connection, statement, next, entries);
    if (!commands.isEmpty()) {
      PendingCommandRow.COLUMNS.bind(connection, statement, next, commands);
    }
  }
}
