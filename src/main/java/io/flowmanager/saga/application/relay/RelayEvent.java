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

/** An event for the dispatcher of commands. */
public sealed interface RelayEvent {

  /** This node has stored a command. */
  record Stored(Dispatch dispatch) implements RelayEvent {}

  /** It is time to look for due commands. */
  record Poll() implements RelayEvent {}

  /** Due commands were claimed from the outbox; they are leased to this node. */
  record Claimed(List<PendingCommand> commands) implements RelayEvent {}

  /** The other side has acknowledged the command. */
  record Delivered(PendingCommand command) implements RelayEvent {}

  /** The send failed; the other side may or may not have the command. */
  record Failed(PendingCommand command, Throwable cause) implements RelayEvent {}

  /** When the command's turn came, its lease was too short for a send. */
  record Expired(PendingCommand command) implements RelayEvent {}

  /** A hook has finished; {@code next} continues with its result. */
  record HookRan(Runnable next) implements RelayEvent {}

  /** A side effect is to be attempted once. */
  record SideEffect(FlowName flow, Command command) implements RelayEvent {}

  /** The attempt of a side effect has ended. */
  record SideEffectTried(SideEffect effect, Optional<Throwable> failure) implements RelayEvent {}

  /** No more sends are to start; {@code done} completes when none is running. */
  record Drain(CompletableFuture<Void> done) implements RelayEvent {}
}
