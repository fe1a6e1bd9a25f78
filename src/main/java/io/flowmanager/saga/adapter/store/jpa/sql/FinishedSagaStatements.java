// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.application.retention.FinishedSagas.Count;
import io.flowmanager.saga.application.retention.StoredSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements of retention, in the SQL that all databases share and in plain JDBC: the command line
 * uses them without Jakarta Persistence. The connection has a transaction of the caller.
 */
public record FinishedSagaStatements(Connection connection) {

  private static final String SAGA = "select id, flow, final_state, updated_at, version from saga";

  /** Rows that belong to a saga, by the column that has its id. */
  private static final List<String> BELONGINGS =
      List.of(
          "saga_history where saga_id",
          "event_receipt where saga_id",
          "start_request where saga_id",
          "retention_left_behind where saga_id",
          "saga where id");

  /** How many sagas are looked at for the oldest one. */
  private static final int FIRST_ONES = 1_000;

  private interface Reading<T> {

    T read(ResultSet found) throws SQLException;
  }

  /** The sagas between two ids, both excluded, in their order. */
  public List<StoredSaga> between(String after, String before, int limit) throws SQLException {
    return list(
        SAGA + " where id > ? and id < ? order by id limit " + limit,
        List.of(after, before),
        FinishedSagaStatements::saga);
  }

  /** Those of the sagas that exist. */
  public List<StoredSaga> find(Collection<SagaId> ids) throws SQLException {
    return ids.isEmpty()
        ? List.of()
        : list(SAGA + " where id in " + places(ids), values(ids), FinishedSagaStatements::saga);
  }

  /** Those of the sagas that have stored commands. */
  public Set<SagaId> withCommands(Collection<SagaId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    String sql = "select distinct saga_id from pending_command where saga_id in " + places(ids);
    return new HashSet<>(list(sql, values(ids), found -> new SagaId(found.getString(1))));
  }

  /**
   * Deletes those of the sagas that stand as they were read, have no commands and are locked by
   * nobody; each with all that belongs to it. They are locked first, and nobody adds anything to a
   * saga without its lock. Rows are deleted in the order of their ids, so that two who delete do
   * not wait for each other.
   */
  public Set<SagaId> delete(Collection<StoredSaga> wanted) throws SQLException {
    Set<SagaId> free = lock(wanted);
    free.removeAll(withCommands(free));
    for (String belongings : BELONGINGS) {
      deleteEach("delete from " + belongings + " = ?", free);
    }
    return free;
  }

  private Set<SagaId> lock(Collection<StoredSaga> wanted) throws SQLException {
    if (wanted.isEmpty()) {
      return new HashSet<>();
    }
    Map<SagaId, Long> versions = new HashMap<>();
    wanted.forEach(saga -> versions.put(saga.id(), saga.version()));
    List<StoredSaga> locked =
        list(
            SAGA
                + " where id in "
                + places(versions.keySet())
                + " order by id for update skip locked",
            values(versions.keySet()),
            FinishedSagaStatements::saga);
    Set<SagaId> unchanged = new TreeSet<>();
    for (StoredSaga saga : locked) {
      if (saga.isFinal() && saga.version() == versions.get(saga.id())) {
        unchanged.add(saga.id());
      }
    }
    return unchanged;
  }

  private void deleteEach(String sql, Collection<SagaId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(sql))) {
      for (SagaId id : ids) {
        statement.setString(1, id.value());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The earliest final step of the flow's sagas among those that have the lowest ids. */
  public Optional<Instant> oldest(FlowName flow, String idPrefix) throws SQLException {
    List<Optional<Instant>> found =
        list(
            "select min(updated_at) from (select flow, final_state, updated_at from saga"
                + " where id > ? and id < ? order by id limit "
                + FIRST_ONES
                + ") low where flow = ? and final_state",
            List.of(idPrefix, idPrefix + "~", flow.value()),
            row -> {
              long millis = row.getLong(1);
              return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
            });
    return found.get(0);
  }

  /** The flow's finished sagas among those that have the highest ids of the prefix. */
  public Count count(FlowName flow, String idPrefix, int limit) throws SQLException {
    String sql =
        "select count(*), sum(case when final_state and flow = ? then 1 else 0 end)"
            + " from (select flow, final_state from saga where id > ? and id < ?"
            + " order by id desc limit "
            + limit
            + ") high";
    return list(
            sql,
            List.of(flow.value(), idPrefix, idPrefix + "~"),
            row -> new Count(row.getLong(2), row.getLong(1) < limit))
        .get(0);
  }

  private <T> List<T> list(String sql, List<String> values, Reading<T> reading)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(sql))) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(reading.read(found));
        }
      }
      return rows;
    }
  }

  private static StoredSaga saga(ResultSet row) throws SQLException {
    return new StoredSaga(
        new SagaId(row.getString(1)),
        new FlowName(row.getString(2)),
        row.getBoolean(3),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getLong(5));
  }

  private static String places(Collection<SagaId> ids) {
    return "(?" + ",?".repeat(ids.size() - 1) + ")";
  }

  private static List<String> values(Collection<SagaId> ids) {
    return ids.stream().map(SagaId::value).sorted().toList();
  }
}
