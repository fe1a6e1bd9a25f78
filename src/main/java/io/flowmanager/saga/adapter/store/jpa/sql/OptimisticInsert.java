// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** All rows of steps of sagas that are not locked, and PostgreSQL's statement for them. */
record OptimisticInsert(List<StepRow> steps, BatchInsert rows, int created) {

  static OptimisticInsert of(List<SagaChange> changes) {
    long created =
        changes.stream().filter(change -> change.origin() instanceof Origin.Created).count();
    return new OptimisticInsert(
        changes.stream().map(StepRow::of).toList(), BatchInsert.of(changes), (int) created);
  }

  /** See {@link OptimisticStatement}. */
  String sql() {
    return new OptimisticStatement(
            rows.fitsPlainValues(),
            created > 0,
            created < steps.size(),
            !rows.commands().isEmpty(),
            !rows.receipts().isEmpty(),
            !rows.starts().isEmpty())
        .sql();
  }

  /** Binds the parameters of {@link #sql}. */
  void bind(Connection connection, PreparedStatement statement) throws SQLException {
    var binding = new RowBinding(rows.fitsPlainValues(), connection, statement);
    binding.bind(StepRow.COLUMNS, steps);
    binding.bindAny(StartRequestRow.COLUMNS, rows.starts());
    binding.bind(HistoryRow.COLUMNS, rows.entries());
    binding.bindAny(PendingCommandRow.COLUMNS, rows.commands());
    binding.bindAny(ReceiptRow.COLUMNS, rows.receipts());
  }
}
