// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.WriteStatement.Ending;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaChange.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * All rows that a batch writes, and PostgreSQL's statement for them.
 *
 * @param created how many of the sagas are new
 */
record NewRows(
    int created,
    List<SagaRow> sagas,
    List<HistoryRow> entries,
    List<PendingCommandRow> commands,
    List<ReceiptRow> receipts,
    List<StartRequestRow> starts) {

  static NewRows of(List<SagaChange> changes) {
    long created =
        changes.stream().filter(change -> change.origin() instanceof Origin.Created).count();
    var rows =
        new NewRows(
            (int) created,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    changes.forEach(rows::add);
    rows.starts.sort(StartRequestRow.IN_ORDER_OF_KEYS);
    return rows;
  }

  private void add(SagaChange change) {
    var saga = change.saga();
    if (!(change.origin() instanceof Origin.Untouched)) {
      sagas.add(new SagaRow(saga));
    }
    if (change.origin() instanceof Origin.Created created) {
      created.key().ifPresent(key -> starts.add(new StartRequestRow(key, saga.id())));
    }
    change.entries().forEach(entry -> entries.add(new HistoryRow(saga.id(), entry)));
    change
        .commands()
        .forEach(command -> commands.add(new PendingCommandRow(command, saga.updatedAt())));
    change.receipts().forEach(receipt -> receipts.add(new ReceiptRow(receipt)));
  }

  /** Whether nothing is to be written: a saga that moves has an entry. */
  boolean isEmpty() {
    return sagas.isEmpty() && receipts.isEmpty();
  }

  /** One statement for all of it; it answers how many sagas were written. */
  String sql() {
    return sql(Ending.COUNT);
  }

  /**
   * One statement for one step of each saga, good without a transaction: it writes all of it or
   * fails. It fails with {@link WriteStatement#MISSED} when a saga does not stand before its step.
   */
  String sqlAlone() {
    return sql(Ending.IF_ALL);
  }

  private String sql(Ending ending) {
    return new WriteStatement(
            fitsPlainValues(), !commands.isEmpty(), !receipts.isEmpty(), !starts.isEmpty(), ending)
        .sql();
  }

  /** Whether it is one step of one saga, with at most one row of each other kind. */
  private boolean fitsPlainValues() {
    return sagas.size() == 1 && entries.size() == 1 && commands.size() < 2 && receipts.size() < 2;
  }

  /** Binds the parameters of {@link #sqlAlone}. */
  void bindAlone(Connection connection, PreparedStatement statement) throws SQLException {
    int next = bind(connection, statement);
    statement.setInt(next, created);
    statement.setInt(next + 1, sagas.size());
  }

  /**
   * Binds the parameters of {@link #sql}.
   *
   * @return number of the next parameter
   */
  int bind(Connection connection, PreparedStatement statement) throws SQLException {
    var rows = new Binding(fitsPlainValues(), connection, statement);
    rows.bind(SagaRow.COLUMNS, sagas);
    rows.bind(HistoryRow.COLUMNS, entries);
    rows.bindAny(PendingCommandRow.COLUMNS, commands);
    rows.bindAny(ReceiptRow.COLUMNS, receipts);
    rows.bindAny(StartRequestRow.COLUMNS, starts);
    return rows.next;
  }

  /** Binds kind after kind, in the order of the statement. */
  private static final class Binding {

    private final boolean ofPlainValues;
    private final Connection connection;
    private final PreparedStatement statement;
    private int next = 1;

    Binding(boolean ofPlainValues, Connection connection, PreparedStatement statement) {
      this.ofPlainValues = ofPlainValues;
      this.connection = connection;
      this.statement = statement;
    }

    <T> void bindAny(Columns<T> columns, List<T> rows) throws SQLException {
      if (!rows.isEmpty()) {
        bind(columns, rows);
      }
    }

    <T> void bind(Columns<T> columns, List<T> rows) throws SQLException {
      next =
          ofPlainValues
              ? columns.bindOne(statement, next, rows.get(0))
              : columns.bind(connection, statement, next, rows);
    }
  }
}
