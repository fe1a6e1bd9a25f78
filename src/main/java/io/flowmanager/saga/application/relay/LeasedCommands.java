// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.PendingCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Ends the leases of commands that this node holds but does not send: they leave its queues and are
 * due again in the outbox. To be used by one thread.
 *
 * @param outbox writes to the outbox, asynchronously
 * @param sendTimeout how long a send may take; a lease must not end before it
 */
record LeasedCommands(
    SagaQueues queues, Consumer<OutboxUpdate> outbox, Clock clock, Duration sendTimeout) {

  /** Whether the lease may end before a send that starts now does. */
  boolean isShort(PendingCommand command) {
    Instant latestEnd = clock.instant().plus(sendTimeout);
    return latestEnd.isAfter(queues.current(command).leasedUntil());
  }

  /** Ends the lease of a command that is in no queue. */
  void release(PendingCommand command) {
    outbox.accept(Release.of(command));
  }

  /**
   * Returns the head, and all commands behind it, to the outbox: with a new lease they may wait
   * again, on this node or another one.
   */
  void giveBack(PendingCommand head) {
    queues.drop(head.saga()).forEach(this::release);
  }

  /** The commands behind the head are due when the head is. */
  void forget(PendingCommand head, Instant due) {
    queues.drop(head.saga()).stream()
        .filter(command -> !command.command().id().equals(head.command().id()))
        .filter(command -> command.leasedUntil().isAfter(due))
        .forEach(this::release);
  }
}
