// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Statements for what retention notes. The connection has a transaction of the caller. Rows are
 * written in the order of their ids, as {@link FinishedSagaStatements} does.
 */
public record RetentionMarkStatements(Connection connection) {

  private static final String FORGET = "delete from retention_left_behind where saga_id = ?";

  /** Takes the lease, or prolongs it; its row is locked from then on. */
  public boolean lease(String node, Instant now, Instant until) throws SQLException {
    return update(
            "update retention_lease set holder = ?, expires_at = ?"
                + " where holder = ? or expires_at <= ?",
            node,
            until.toEpochMilli(),
            node,
            now.toEpochMilli())
        > 0;
  }

  /** Empty for a walk that has none. */
  public String position(String walk) throws SQLException {
    List<String> found = texts("select last_id from retention_mark where walk = ?", List.of(walk));
    return found.isEmpty() ? "" : found.get(0);
  }

  public void move(String walk, String position) throws SQLException {
    if (update("update retention_mark set last_id = ? where walk = ?", position, walk) == 0) {
      update("insert into retention_mark (walk, last_id) values (?, ?)", walk, position);
    }
  }

  /** Noted sagas that count from then at the latest, the earliest first. */
  public List<SagaId> leftBehind(FlowName flow, Instant countedFrom, int limit)
      throws SQLException {
    String sql =
        "select saga_id from retention_left_behind where flow = ? and counts_from <= ?"
            + " order by counts_from limit "
            + limit;
    return texts(sql, List.of(flow.value(), countedFrom.toEpochMilli())).stream()
        .map(SagaId::new)
        .toList();
  }

  public void leaveBehind(FlowName flow, Map<SagaId, Instant> countFrom) throws SQLException {
    forget(countFrom.keySet());
    String sql = "insert into retention_left_behind (saga_id, flow, counts_from) values (?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(sql))) {
      for (Map.Entry<SagaId, Instant> saga : new TreeMap<>(countFrom).entrySet()) {
        statement.setString(1, saga.getKey().value());
        statement.setString(2, flow.value());
        statement.setLong(3, saga.getValue().toEpochMilli());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  public void forget(Collection<SagaId> gone) throws SQLException {
    if (gone.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(FORGET))) {
      for (SagaId id : new TreeSet<>(gone)) {
        statement.setString(1, id.value());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private List<String> texts(String sql, List<Object> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NewPlan.of(sql))) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
      return rows;
    }
  }
}
