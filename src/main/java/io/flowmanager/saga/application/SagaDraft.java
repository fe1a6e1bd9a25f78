// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.application.SagaChange.Origin;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One saga while a batch works on it: as it stands now and what has to be stored. Of one thread.
 */
final class SagaDraft {

  private Saga saga;
  private Origin origin;
  private OptionalLong latestPending;
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final List<PendingCommand> commands = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();

  private SagaDraft(Saga saga, Origin origin, OptionalLong latestPending) {
    this.saga = saga;
    this.origin = origin;
    this.latestPending = latestPending;
  }

  static SagaDraft created(Transitioned start, Optional<StartKey> key) {
    return new SagaDraft(start.saga(), new Origin.Created(key), OptionalLong.empty());
  }

  static SagaDraft loaded(SagaStore.LoadedSaga loaded) {
    return new SagaDraft(loaded.saga(), new Origin.Untouched(), loaded.latestPending());
  }

  Saga saga() {
    return saga;
  }

  /** Takes the transition over and answers its command, ready to be relayed. */
  Optional<Dispatch> enter(Transitioned step, Instant leasedUntil) {
    saga = step.saga();
    entries.add(step.entry());
    if (origin instanceof Origin.Untouched) {
      origin = new Origin.Moved();
    }
    return step.command().map(command -> keep(command, leasedUntil));
  }

  private Dispatch keep(Command command, Instant leasedUntil) {
    var pending = new PendingCommand(saga.flow(), command, 0, leasedUntil, false);
    var dispatch = new Dispatch(pending, latestPending);
    commands.add(pending);
    latestPending = OptionalLong.of(command.id().sequence());
    return dispatch;
  }

  void keep(Receipt receipt) {
    receipts.add(receipt);
  }

  boolean hasNews() {
    return !entries.isEmpty() || !receipts.isEmpty();
  }

  SagaChange change() {
    return new SagaChange(
        saga, origin, List.copyOf(entries), List.copyOf(commands), List.copyOf(receipts));
  }
}
