// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.PendingCommand;
import io.flowmanager.saga.application.StartKey;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import java.util.Optional;

/** Between rows and domain values. */
final class Rows {

  private Rows() {}

  static Saga toSaga(SagaRow row) {
    return new Saga(
        new SagaId(row.id),
        new FlowName(row.flow),
        new FlowVersion(row.flowVersion),
        row.entityId,
        new Saga.Position(
            row.state, row.finalState, new BusinessId(row.businessState), row.latestEvent),
        JsonText.parse(row.metadata).asJsonObject(),
        row.lastSequence,
        Instant.ofEpochMilli(row.createdAt),
        Instant.ofEpochMilli(row.updatedAt));
  }

  static SagaRow newRow(Saga saga) {
    var row = new SagaRow();
    row.id = saga.id().value();
    row.flow = saga.flow().value();
    row.entityId = saga.associatedEntityId();
    row.createdAt = saga.createdAt().toEpochMilli();
    move(row, saga);
    return row;
  }

  static void move(SagaRow row, Saga saga) {
    Saga.Position position = saga.position();
    row.flowVersion = saga.flowVersion().value();
    row.state = position.state();
    row.finalState = position.isFinal();
    row.businessState = position.businessState().text();
    row.latestEvent = position.latestEvent();
    row.metadata = JsonText.write(saga.metadata());
    row.lastSequence = saga.sequence();
    row.updatedAt = saga.updatedAt().toEpochMilli();
  }

  static HistoryRow historyRow(SagaId saga, HistoryEntry entry) {
    var row = new HistoryRow();
    row.sagaId = saga.value();
    row.sequenceNo = entry.sequence();
    row.event = entry.event();
    row.businessEvent = entry.businessEvent().map(BusinessId::text).orElse(null);
    row.state = entry.state();
    row.businessState = entry.businessState().text();
    row.happenedAt = entry.at().toEpochMilli();
    return row;
  }

  static HistoryEntry toEntry(HistoryRow row) {
    return new HistoryEntry(
        row.sequenceNo,
        row.event,
        Optional.ofNullable(row.businessEvent).map(BusinessId::new),
        row.state,
        new BusinessId(row.businessState),
        Instant.ofEpochMilli(row.happenedAt));
  }

  static PendingCommandRow commandRow(PendingCommand pending, Instant createdAt) {
    Command command = pending.command();
    var row = new PendingCommandRow();
    row.sagaId = command.id().saga().value();
    row.sequenceNo = command.id().sequence();
    row.flow = pending.flow().value();
    row.state = command.state();
    row.channel = command.channel();
    row.label = command.label();
    row.payload = JsonText.write(command.payload());
    row.attempts = pending.attempts();
    row.nextAttemptAt = pending.leasedUntil().toEpochMilli();
    row.createdAt = createdAt.toEpochMilli();
    return row;
  }

  static PendingCommand toClaimed(PendingCommandRow row, Instant leasedUntil) {
    var id = new CommandId(new SagaId(row.sagaId), row.sequenceNo, 0);
    var command =
        new Command(
            id, row.state, row.channel, row.label, JsonText.parse(row.payload).asJsonObject());
    return new PendingCommand(new FlowName(row.flow), command, row.attempts, leasedUntil, true);
  }

  static StartRequestRow startRow(StartKey key, SagaId saga) {
    var row = new StartRequestRow();
    row.flow = key.flow().value();
    row.idempotencyKey = key.key().value();
    row.sagaId = saga.value();
    return row;
  }
}
