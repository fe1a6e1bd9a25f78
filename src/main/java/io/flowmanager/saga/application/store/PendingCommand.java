// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * A command that is stored and not yet known to be delivered.
 *
 * @param attempts how often it has been tried in vain
 * @param leasedUntil until then only the node that holds it may send it
 * @param claimed whether it was found in the outbox, and more of its saga may wait there
 */
public record PendingCommand(
    FlowName flow, Command command, int attempts, Instant leasedUntil, boolean claimed) {

  public SagaId saga() {
    return command.id().saga();
  }

  /** The channel that it leaves by. */
  public Channels.Key channel() {
    return new Channels.Key(flow, command.channel());
  }

  /** The same command with another lease. */
  public PendingCommand leasedUntil(Instant until) {
    return new PendingCommand(flow, command, attempts, until, claimed);
  }
}
