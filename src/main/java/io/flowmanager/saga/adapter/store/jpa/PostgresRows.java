// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * By arrays, on PostgreSQL: a batch is read with one statement and written with one, whatever its
 * size. Within a transaction a server's data source gives all who ask its one connection.
 *
 * <p>Each row is found by itself through the primary key ({@code lateral}, {@code on conflict}). A
 * plan for a whole list, made while the table was nearly empty, goes through all of the table, and
 * PostgreSQL keeps it until it has looked at the table's size again.
 */
record PostgresRows(DataSource source) implements BatchRows {

  private static final String IDS = Columns.UNSEEN.formatted("text");

  private static final String LOCK =
      SagaRow.COLUMNS
          .names()
          .collect(
              Collectors.joining(
                  ", ",
                  "select ",
                  " from unnest("
                      + IDS
                      + ") as wanted (wanted_id),"
                      + " lateral (select * from saga where id = wanted_id for update) as found"));

  private static final String LATEST_PENDING =
      "select id, (select max(sequence_no) from pending_command where saga_id = id)"
          + " from unnest("
          + IDS
          + ") as wanted (id)";

  /** Whether the source's database understands these statements. */
  static boolean areIn(DataSource source) {
    return Guarded.sql(
        () -> {
          try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
          }
        });
  }

  @Override
  public List<Saga> lock(Set<SagaId> ids) {
    return ask(
        LOCK,
        ids,
        found -> {
          List<Saga> sagas = new ArrayList<>();
          while (found.next()) {
            sagas.add(SagaRow.read(found).toSaga());
          }
          return sagas;
        });
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> ids) {
    return ask(
        NewPlan.of(LATEST_PENDING),
        ids,
        found -> {
          Map<SagaId, Long> latest = new HashMap<>();
          while (found.next()) {
            long sequence = found.getLong(2);
            if (!found.wasNull()) {
              latest.put(new SagaId(found.getString(1)), sequence);
            }
          }
          return latest;
        });
  }

  private interface Reading<T> {

    T read(ResultSet found) throws SQLException;
  }

  private <T> T ask(String sql, Set<SagaId> ids, Reading<T> reading) {
    Object[] sorted = ids.stream().map(SagaId::value).sorted().toArray();
    return Guarded.sql(
        () -> {
          try (Connection connection = source.getConnection();
              PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", sorted));
            try (ResultSet found = statement.executeQuery()) {
              return reading.read(found);
            }
          }
        });
  }

  @Override
  public void write(List<SagaChange> changes) {
    var news = NewRows.of(changes);
    if (news.isEmpty()) {
      return;
    }
    int written = Guarded.sql(() -> write(news));
    if (written != news.sagas().size()) {
      throw new StoreUnavailableException(
          "Another node has changed a saga of this batch in the meantime.", null);
    }
  }

  private int write(NewRows news) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(news.sql())) {
      news.bind(connection, statement);
      try (ResultSet count = statement.executeQuery()) {
        count.next();
        return count.getInt(1);
      }
    }
  }
}
