// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One saga while a batch works on it: as it stands now and what has to be stored. Of one thread.
 */
final class SagaUnitOfWork {

  private Saga saga;
  private Origin origin;
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final List<PendingCommand> commands = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();

  private SagaUnitOfWork(Saga saga, Origin origin) {
    this.saga = saga;
    this.origin = origin;
  }

  static SagaUnitOfWork created(Transitioned start, Optional<StartKey> key) {
    return new SagaUnitOfWork(start.saga(), new Origin.Created(key));
  }

  static SagaUnitOfWork loaded(Saga saga) {
    return new SagaUnitOfWork(saga, new Origin.Untouched());
  }

  Saga saga() {
    return saga;
  }

  /** Takes over the transition with its command. */
  void enter(Transitioned step, Instant leasedUntil) {
    if (origin instanceof Origin.Untouched) {
      origin = new Origin.Moved(saga);
    }
    saga = step.saga();
    entries.add(step.entry());
    step.command()
        .map(command -> new PendingCommand(saga.flow(), command, 0, leasedUntil, false))
        .ifPresent(commands::add);
  }

  void keep(Receipt receipt) {
    receipts.add(receipt);
  }

  /** Whether commands of earlier batches may have to leave before those of this one. */
  boolean mayHaveEarlierCommands() {
    return !commands.isEmpty() && !(origin instanceof Origin.Created);
  }

  /**
   * Its new commands, ready to be relayed.
   *
   * @param latestPending of those of earlier batches
   */
  Stream<Dispatch> dispatches(OptionalLong latestPending) {
    return IntStream.range(0, commands.size())
        .mapToObj(i -> new Dispatch(commands.get(i), i == 0 ? latestPending : before(i)));
  }

  private OptionalLong before(int index) {
    return OptionalLong.of(commands.get(index - 1).command().id().sequence());
  }

  boolean hasNews() {
    return !entries.isEmpty() || !receipts.isEmpty();
  }

  SagaChange change() {
    return new SagaChange(
        saga, origin, List.copyOf(entries), List.copyOf(commands), List.copyOf(receipts));
  }
}
