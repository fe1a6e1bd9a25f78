// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * A stored command whose delivery is not confirmed.
 *
 * @param attempts number of failed attempts
 * @param leasedUntil until this moment, only the node that holds the lease may send the command
 * @param claimed true if it was read from the outbox, which may hold more commands of the saga
 */
public record PendingCommand(
    FlowName flow, Command command, int attempts, Instant leasedUntil, boolean claimed) {

  public SagaId saga() {
    return command.id().saga();
  }

  /** The channel that sends it. */
  public Channels.Key channel() {
    return new Channels.Key(flow, command.channel());
  }
}
