// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a batch does to one saga, as tests write it down. */
public final class ChangeBuilder {

  private final Saga saga;
  private Origin origin;
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final List<PendingCommand> commands = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();

  private ChangeBuilder(Saga saga, Origin origin) {
    this.saga = saga;
    this.origin = origin;
  }

  /** The saga is new; its history begins with the state that it is in. */
  public static ChangeBuilder created(SagaBuilder saga) {
    Saga built = saga.build();
    return new ChangeBuilder(built, new Origin.Created(Optional.empty())).entry(entryOf(built));
  }

  /** The saga has moved to the state that it is in, by the flow version and at the time it had. */
  public static ChangeBuilder moved(Saga saga) {
    return moved(saga, before(saga));
  }

  /** The saga has moved to the state that it is in. */
  public static ChangeBuilder moved(Saga saga, Saga before) {
    return new ChangeBuilder(saga, new Origin.Moved(before)).entry(entryOf(saga));
  }

  private static Saga before(Saga saga) {
    return new Saga(
        saga.id(),
        saga.flow(),
        saga.flowVersion(),
        saga.associatedEntityId(),
        saga.position(),
        saga.metadata(),
        saga.sequence() - 1,
        saga.createdAt(),
        saga.updatedAt());
  }

  /** The saga has only been asked. */
  public static ChangeBuilder untouched(Saga saga) {
    return new ChangeBuilder(saga, new Origin.Untouched());
  }

  private static HistoryEntry entryOf(Saga saga) {
    return new HistoryEntry(
        saga.sequence(),
        saga.position().latestEvent(),
        Optional.empty(),
        saga.state(),
        saga.position().businessState(),
        saga.updatedAt());
  }

  public ChangeBuilder startedWith(String key) {
    origin = new Origin.Created(Optional.of(new StartKey(saga.flow(), new EventId(key))));
    return this;
  }

  public ChangeBuilder entry(HistoryEntry entry) {
    entries.add(entry);
    return this;
  }

  /** A command with the saga's metadata, due at that time. */
  public ChangeBuilder sends(long sequence, Instant due) {
    return sends("payments", sequence, due);
  }

  public ChangeBuilder sends(String channel, long sequence, Instant due) {
    var id = new CommandId(saga.id(), sequence, 0);
    var command = new Command(id, saga.state(), channel, "pay", saga.metadata());
    commands.add(new PendingCommand(saga.flow(), command, 0, due, false));
    return this;
  }

  public ChangeBuilder received(Receipt receipt) {
    receipts.add(receipt);
    return this;
  }

  public SagaChange build() {
    return new SagaChange(
        saga, origin, List.copyOf(entries), List.copyOf(commands), List.copyOf(receipts));
  }
}
