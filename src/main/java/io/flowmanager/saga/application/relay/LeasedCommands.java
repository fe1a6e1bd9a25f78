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
 * Ends the leases of commands that this node holds and does not send: they leave its queues and are
 * due again in the outbox. Of one thread.
 *
 * @param outbox writes into the outbox, later
 * @param sendTimeout how long a send may take; a lease must not end before it
 */
record LeasedCommands(
    SagaQueues queues, Consumer<OutboxUpdate> outbox, Clock clock, Duration sendTimeout) {

  /** Whether the lease may end before a send that begins now. */
  boolean isShort(PendingCommand command) {
    Instant latestEnd = clock.instant().plus(sendTimeout);
    return latestEnd.isAfter(queues.current(command).leasedUntil());
  }

  /** Ends the lease of a command that is in no queue. */
  void release(PendingCommand command) {
    outbox.accept(Release.of(command));
  }

  /** With a new lease it may wait again, here or elsewhere, and all behind it. */
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
