// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Queries by JDBC, and those that dialects by JDBC share. Within a transaction a server's data
 * source gives all who ask its one connection.
 */
record Reading(DataSource source) {

  private static final String FIND = SagaRow.COLUMNS.selectFrom("saga where id = ?");
  private static final String HISTORY =
      HistoryRow.COLUMNS.selectFrom("saga_history where saga_id = ? order by sequence_no");

  interface Binding {

    void bind(Connection connection, PreparedStatement statement) throws SQLException;
  }

  interface Reader<T> {

    T read(ResultSet found) throws SQLException;
  }

  <T> T ask(String sql, Binding binding, Reader<T> reader) {
    return SqlExceptionTranslator.sql(
        () -> {
          try (Connection connection = source.getConnection();
              PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
            try (ResultSet found = statement.executeQuery()) {
              return reader.read(found);
            }
          }
        });
  }

  /** What each row of the result is read as, in its order. */
  <T> List<T> list(String sql, Binding binding, Reader<T> row) {
    return ask(
        sql,
        binding,
        found -> {
          List<T> rows = new ArrayList<>();
          while (found.next()) {
            rows.add(row.read(found));
          }
          return rows;
        });
  }

  /** See {@link SqlDialect#find}. */
  Optional<Saga> find(SagaId id) {
    return list(FIND, named(id), found -> SagaRow.read(found).toSaga()).stream().findFirst();
  }

  /** See {@link SqlDialect#history}. */
  List<HistoryEntry> history(SagaId id) {
    return list(HISTORY, named(id), found -> HistoryRow.read(found).toEntry());
  }

  private static Binding named(SagaId id) {
    return (connection, statement) -> statement.setString(1, id.value());
  }
}
