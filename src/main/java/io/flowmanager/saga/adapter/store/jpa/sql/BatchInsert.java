// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rows that a batch writes, and PostgreSQL's statement for them. */
record BatchInsert(
    List<SagaRow> sagas,
    List<HistoryRow> entries,
    List<PendingCommandRow> commands,
    List<ReceiptRow> receipts,
    List<StartRequestRow> starts) {

  static BatchInsert of(List<SagaChange> changes) {
    var rows =
        new BatchInsert(
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

  /** One statement for all of it; it answers how many of {@link #counted} were written. */
  String sql() {
    return new WriteStatement(
            fitsPlainValues(), !commands.isEmpty(), !receipts.isEmpty(), !starts.isEmpty())
        .sql();
  }

  /** Sagas and start keys. */
  int counted() {
    return sagas.size() + starts.size();
  }

  /** Whether it is one step of one saga, with at most one row of each other kind. */
  boolean fitsPlainValues() {
    return sagas.size() == 1 && entries.size() == 1 && commands.size() < 2 && receipts.size() < 2;
  }

  /** Binds the parameters of {@link #sql}. */
  void bind(Connection connection, PreparedStatement statement) throws SQLException {
    var rows = new RowBinding(fitsPlainValues(), connection, statement);
    rows.bind(SagaRow.COLUMNS, sagas);
    rows.bind(HistoryRow.COLUMNS, entries);
    rows.bindAny(PendingCommandRow.COLUMNS, commands);
    rows.bindAny(ReceiptRow.COLUMNS, receipts);
    rows.bindAny(StartRequestRow.COLUMNS, starts);
  }
}
