// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.number;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A row of {@code pending_command}. */
@Entity
@Table(name = "pending_command")
@IdClass(StepKey.class)
public class PendingCommandRow {

  /** As databases get those of a new command by JDBC; {@link #read} finds them in this order. */
  public static final Columns<PendingCommandRow> COLUMNS =
      new Columns<>(
          List.of(
              text("saga_id", row -> row.sagaId),
              number("sequence_no", row -> row.sequenceNo),
              text("flow", row -> row.flow),
              text("state", row -> row.state),
              text("channel", row -> row.channel),
              text("label", row -> row.label),
              text("payload", row -> row.payload),
              number("attempts", row -> row.attempts),
              number("next_attempt_at", row -> row.nextAttemptAt),
              number("created_at", row -> row.createdAt)));

  @Id
  @Column(name = "saga_id")
  private String sagaId;

  @Id
  @Column(name = "sequence_no")
  private long sequenceNo;

  @Column(name = "flow")
  private String flow;

  @Column(name = "state")
  private String state;

  @Column(name = "channel")
  private String channel;

  @Column(name = "label")
  private String label;

  @Column(name = "payload")
  private String payload;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "next_attempt_at")
  private long nextAttemptAt;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "created_at")
  private long createdAt;

  protected PendingCommandRow() {}

  public PendingCommandRow(PendingCommand pending, Instant createdAt) {
    Command command = pending.command();
    sagaId = command.id().saga().value();
    sequenceNo = command.id().sequence();
    flow = pending.flow().value();
    state = command.state();
    channel = command.channel();
    label = command.label();
    payload = JsonText.write(command.payload());
    attempts = pending.attempts();
    nextAttemptAt = pending.leasedUntil().toEpochMilli();
    this.createdAt = createdAt.toEpochMilli();
  }

  /** The row that the result stands at. */
  public static PendingCommandRow read(ResultSet found) throws SQLException {
    var row = new PendingCommandRow();
    row.sagaId = found.getString(1);
    row.sequenceNo = found.getLong(2);
    row.flow = found.getString(3);
    row.state = found.getString(4);
    row.channel = found.getString(5);
    row.label = found.getString(6);
    row.payload = found.getString(7);
    row.attempts = found.getInt(8);
    row.nextAttemptAt = found.getLong(9);
    row.createdAt = found.getLong(10);
    return row;
  }

  public CommandId id() {
    return new CommandId(new SagaId(sagaId), sequenceNo, 0);
  }

  public PendingCommand toClaimed(Instant leasedUntil) {
    var command = new Command(id(), state, channel, label, JsonText.parse(payload).asJsonObject());
    return new PendingCommand(new FlowName(flow), command, attempts, leasedUntil, true);
  }
}
