// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.number;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A row of {@code event_receipt}. */
@Entity
@Table(name = "event_receipt")
@IdClass(ReceiptKey.class)
public class ReceiptRow {

  /** As databases get them by JDBC; {@link #read} finds them in this order. */
  public static final Columns<ReceiptRow> COLUMNS =
      new Columns<>(
          List.of(
              text("saga_id", row -> row.sagaId),
              text("event_id", row -> row.eventId),
              text("outcome", row -> row.outcome),
              text("state", row -> row.state),
              text("refusal", row -> row.refusal),
              number("received_at", row -> row.receivedAt)));

  private static final String TRANSITIONED = "transitioned";
  private static final String IGNORED = "ignored";
  private static final String REFUSED = "refused";

  @Id
  @Column(name = "saga_id")
  private String sagaId;

  @Id
  @Column(name = "event_id")
  private String eventId;

  @Column(name = "outcome")
  private String outcome;

  @Column(name = "state")
  private String state;

  @Column(name = "refusal")
  private String refusal;

  @Column(name = "received_at")
  private long receivedAt;

  protected ReceiptRow() {}

  public ReceiptRow(Receipt receipt) {
    sagaId = receipt.saga().value();
    eventId = receipt.event().value();
    receivedAt = receipt.at().toEpochMilli();
    if (receipt.answer() instanceof Answer.Transitioned transitioned) {
      outcome = TRANSITIONED;
      state = transitioned.state();
    } else if (receipt.answer() instanceof Answer.Ignored ignored) {
      outcome = IGNORED;
      state = ignored.state();
    } else if (receipt.answer() instanceof Answer.Refused refused) {
      outcome = REFUSED;
      state = refused.state();
      refusal = JsonText.write(RefusalJson.toJson(refused.refusal()));
    } else {
      throw new IllegalArgumentException("There is no receipt for " + receipt.answer());
    }
  }

  /** The row that the result stands at. */
  public static ReceiptRow read(ResultSet found) throws SQLException {
    var row = new ReceiptRow();
    row.sagaId = found.getString(1);
    row.eventId = found.getString(2);
    row.outcome = found.getString(3);
    row.state = found.getString(4);
    row.refusal = found.getString(5);
    row.receivedAt = found.getLong(6);
    return row;
  }

  public Receipt toReceipt() {
    var saga = new SagaId(sagaId);
    return new Receipt(saga, new EventId(eventId), answer(saga), Instant.ofEpochMilli(receivedAt));
  }

  private Answer answer(SagaId saga) {
    return switch (outcome) {
      case TRANSITIONED -> new Answer.Transitioned(saga, state);
      case IGNORED -> new Answer.Ignored(saga, state);
      case REFUSED ->
          new Answer.Refused(
              saga, state, RefusalJson.fromJson(JsonText.parse(refusal).asJsonObject()));
      default ->
          throw new IllegalStateException("event_receipt has the unknown outcome " + outcome);
    };
  }
}
