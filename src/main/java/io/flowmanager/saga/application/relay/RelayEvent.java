// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What happened, for the dispatcher of commands. */
public sealed interface RelayEvent {

  /** A command has been stored by this node. */
  record Stored(Dispatch dispatch) implements RelayEvent {}

  /** It is time to look for what is due. */
  record Poll() implements RelayEvent {}

  /** Commands were due in the outbox; this node has them now. */
  record Claimed(List<PendingCommand> commands) implements RelayEvent {}

  /** The other side has the command. */
  record Delivered(PendingCommand command) implements RelayEvent {}

  /** The other side may not have the command. */
  record Failed(PendingCommand command, Throwable cause) implements RelayEvent {}

  /** When the command's turn came, too little of its lease was left to send it. */
  record Expired(PendingCommand command) implements RelayEvent {}

  /** The run of a hook is over; {@code next} goes on from there. */
  record HookRan(Runnable next) implements RelayEvent {}

  /** A side effect is to be tried once. */
  record SideEffect(FlowName flow, Command command) implements RelayEvent {}

  /** The try of a side effect is over. */
  record SideEffectTried(SideEffect effect, Optional<Throwable> failure) implements RelayEvent {}

  /** Nothing more is to be sent; {@code done} completes when nothing is on its way any more. */
  record Drain(CompletableFuture<Void> done) implements RelayEvent {}
}
