// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.number;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of {@code saga_history}. */
@Entity
@Table(name = "saga_history")
@IdClass(StepKey.class)
public class HistoryRow {

  /** As databases get them by JDBC; {@link #read} finds them in this order. */
  public static final Columns<HistoryRow> COLUMNS =
      new Columns<>(
          List.of(
              text("saga_id", row -> row.sagaId),
              number("sequence_no", row -> row.sequenceNo),
              text("event_label", row -> row.event),
              text("business_event", row -> row.businessEvent),
              text("state", row -> row.state),
              text("business_state", row -> row.businessState),
              number("happened_at", row -> row.happenedAt)));

  @Id
  @Column(name = "saga_id")
  private String sagaId;

  @Id
  @Column(name = "sequence_no")
  private long sequenceNo;

  @Column(name = "event_label")
  private String event;

  @Column(name = "business_event")
  private String businessEvent;

  @Column(name = "state")
  private String state;

  @Column(name = "business_state")
  private String businessState;

  @Column(name = "happened_at")
  private long happenedAt;

  protected HistoryRow() {}

  public HistoryRow(SagaId saga, HistoryEntry entry) {
    sagaId = saga.value();
    sequenceNo = entry.sequence();
    event = entry.event();
    businessEvent = entry.businessEvent().map(BusinessId::text).orElse(null);
    state = entry.state();
    businessState = entry.businessState().text();
    happenedAt = entry.at().toEpochMilli();
  }

  /** The row that the result stands at. */
  public static HistoryRow read(ResultSet found) throws SQLException {
    var row = new HistoryRow();
    row.sagaId = found.getString(1);
    row.sequenceNo = found.getLong(2);
    row.event = found.getString(3);
    row.businessEvent = found.getString(4);
    row.state = found.getString(5);
    row.businessState = found.getString(6);
    row.happenedAt = found.getLong(7);
    return row;
  }

  public HistoryEntry toEntry() {
    return new HistoryEntry(
        sequenceNo,
        event,
        Optional.ofNullable(businessEvent).map(BusinessId::new),
        state,
        new BusinessId(businessState),
        Instant.ofEpochMilli(happenedAt));
  }
}
