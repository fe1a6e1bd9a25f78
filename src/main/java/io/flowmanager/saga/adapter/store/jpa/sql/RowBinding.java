// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Binds rows, kind after kind, in the order of the statement. Of one thread, used once. */
final class RowBinding {

  private final boolean ofPlainValues;
  private final Connection connection;
  private final PreparedStatement statement;
  private int next = 1;

  RowBinding(boolean ofPlainValues, Connection connection, PreparedStatement statement) {
    this.ofPlainValues = ofPlainValues;
    this.connection = connection;
    this.statement = statement;
  }

  /** Nothing, if there are none: then the statement does not name their kind. */
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
