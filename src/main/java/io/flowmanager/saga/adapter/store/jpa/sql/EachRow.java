// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Runs a statement for each of many values, all in one round trip. */
public record EachRow(DataSource source) {

  public interface Binder<T> {
    void bind(T value, PreparedStatement statement) throws SQLException;
  }

  public <T> void run(String sql, Collection<T> values, Binder<T> binder) {
    if (!values.isEmpty()) {
      SqlExceptionTranslator.sql(() -> batch(NewPlan.of(sql), values, binder));
    }
  }

  private <T> int batch(String sql, Collection<T> values, Binder<T> binder) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T value : values) {
        binder.bind(value, statement);
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }
}
