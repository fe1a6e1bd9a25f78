// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** A row of {@code start_request}. */
@Entity
@Table(name = "start_request")
@IdClass(StartRequestKey.class)
public class StartRequestRow {

  /** As databases get them by JDBC; {@link #read} finds them in this order. */
  public static final Columns<StartRequestRow> COLUMNS =
      new Columns<>(
          List.of(
              text("flow", row -> row.flow),
              text("idempotency_key", row -> row.idempotencyKey),
              text("saga_id", row -> row.sagaId)));

  /** In which all nodes write them, so that none waits for another in a ring. */
  public static final Comparator<StartRequestRow> IN_ORDER_OF_KEYS =
      Comparator.comparing((StartRequestRow row) -> row.flow)
          .thenComparing(row -> row.idempotencyKey);

  @Id
  @Column(name = "flow")
  private String flow;

  @Id
  @Column(name = "idempotency_key")
  private String idempotencyKey;

  @Column(name = "saga_id")
  private String sagaId;

  protected StartRequestRow() {}

  public StartRequestRow(StartKey key, SagaId saga) {
    flow = key.flow().value();
    idempotencyKey = key.key().value();
    sagaId = saga.value();
  }

  /** The row that the result stands at. */
  public static StartRequestRow read(ResultSet found) throws SQLException {
    var row = new StartRequestRow();
    row.flow = found.getString(1);
    row.idempotencyKey = found.getString(2);
    row.sagaId = found.getString(3);
    return row;
  }

  public StartKey key() {
    return new StartKey(new FlowName(flow), new EventId(idempotencyKey));
  }

  public SagaId saga() {
    return new SagaId(sagaId);
  }
}
