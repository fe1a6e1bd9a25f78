// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.Columns;
import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * All rows that a batch writes, on MariaDB: a round trip for each kind of them, however many there
 * are. The driver sends no packet that the server would not take.
 *
 * @param created the sagas that are new
 * @param moved those that exist
 * @param rows all else that is written
 */
record MariaDbWrite(List<SagaRow> created, List<SagaRow> moved, BatchInsert rows) {

  private static final List<String> CHANGING =
      List.of(
          "flow_version",
          "state",
          "final_state",
          "business_state",
          "latest_event",
          "metadata",
          "last_sequence",
          "updated_at");

  private static final Columns<SagaRow> MOVE =
      SagaRow.COLUMNS.only(
          Stream.concat(CHANGING.stream(), Stream.of("id", "last_sequence")).toList());

  /** One that another node has moved as far is not found. */
  private static final String MOVE_SQL =
      CHANGING.stream()
          .map(name -> name + " = ?")
          .collect(
              Collectors.joining(
                  ", ",
                  "update saga set version = version + 1, ",
                  " where id = ? and last_sequence < ?"));

  static MariaDbWrite of(List<SagaChange> changes) {
    return new MariaDbWrite(
        sagas(changes, Origin.Created.class),
        sagas(changes, Origin.Moved.class),
        BatchInsert.of(changes));
  }

  private static List<SagaRow> sagas(List<SagaChange> changes, Class<? extends Origin> origin) {
    return changes.stream()
        .filter(change -> origin.isInstance(change.origin()))
        .map(change -> new SagaRow(change.saga()))
        .toList();
  }

  void run(DataSource source) {
    int found = SqlExceptionTranslator.sql(() -> write(source));
    if (found != moved.size()) {
      throw new StoreUnavailableException(
          "Another node has changed a saga of this batch in the meantime.", null);
    }
  }

  /** How many of the sagas that were to be moved were found. */
  private int write(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      int found = Arrays.stream(run(connection, MOVE_SQL, MOVE, moved)).sum();
      insert(connection, "saga", SagaRow.COLUMNS, created);
      insert(connection, "saga_history", HistoryRow.COLUMNS, rows.entries());
      insert(connection, "pending_command", PendingCommandRow.COLUMNS, rows.commands());
      insert(connection, "event_receipt", ReceiptRow.COLUMNS, rows.receipts());
      insert(connection, "start_request", StartRequestRow.COLUMNS, rows.starts());
      return found;
    }
  }

  private static <T> void insert(
      Connection connection, String table, Columns<T> columns, List<T> rows) throws SQLException {
    run(connection, columns.insertOneInto(table), columns, rows);
  }

  private static <T> int[] run(Connection connection, String sql, Columns<T> columns, List<T> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        columns.bindOne(statement, 1, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }
}
