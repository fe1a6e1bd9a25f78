// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.relay.CommandDispatcher;
import io.flowmanager.saga.application.relay.RelayDependencies;
import io.flowmanager.saga.application.relay.RelayEvent;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.testkit.store.MemoryStore;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The relay on the test's own thread: each call returns when nothing is left to do now. What {@code
 * RelayCommands} does on two threads happens here in turn.
 */
final class MemoryRelay {

  private final Deque<RelayEvent> events = new ArrayDeque<>();
  private final List<OutboxUpdate> updates = new ArrayList<>();
  private final CommandDispatcher dispatcher;
  private final MemoryStore store;
  private final DeliverySettings settings;
  private final Clock clock;

  MemoryRelay(MemoryStore store, RelayDependencies dependencies) {
    this.store = store;
    this.settings = dependencies.settings();
    this.clock = dependencies.clock();
    this.dispatcher = new CommandDispatcher(dependencies, updates::add, events::add);
  }

  /** Sends what the batch wants sent. */
  void accept(BatchResult result) {
    result.dispatches().forEach(dispatch -> events.add(new RelayEvent.Stored(dispatch)));
    result
        .steps()
        .forEach(
            step ->
                step.sideEffects()
                    .forEach(c -> events.add(new RelayEvent.SideEffect(step.saga().flow(), c))));
    settle();
  }

  /** Sends what is due in the outbox. */
  void poll() {
    events.add(new RelayEvent.Poll());
    settle();
  }

  private void settle() {
    while (!events.isEmpty() || !updates.isEmpty()) {
      while (!events.isEmpty()) {
        dispatcher.handle(List.of(events.remove()));
      }
      write();
    }
  }

  private void write() {
    List<OutboxUpdate> work = List.copyOf(updates);
    updates.clear();
    List<PendingCommand> due =
        store.ask(s -> new OutboxTransactions(s.outbox(), settings, clock).handle(work));
    if (!due.isEmpty()) {
      events.add(new RelayEvent.Claimed(due));
    }
  }
}
