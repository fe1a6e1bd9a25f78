// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the relay hears of. */
sealed interface RelayNews {

  /** A command has been stored by this node. */
  record Stored(Dispatch dispatch) implements RelayNews {}

  /** It is time to look for what is due. */
  record Poll() implements RelayNews {}

  /** Commands were due in the outbox; this node has them now. */
  record Claimed(List<PendingCommand> commands) implements RelayNews {}

  /** The other side has the command. */
  record Delivered(PendingCommand command) implements RelayNews {}

  /** The other side may not have the command. */
  record Failed(PendingCommand command, Throwable cause) implements RelayNews {}

  /** When the command's turn came, too little of its lease was left to send it. */
  record Expired(PendingCommand command) implements RelayNews {}

  /** The run of a hook is over; {@code next} goes on from there. */
  record HookRan(Runnable next) implements RelayNews {}

  /** A side effect is to be tried once. */
  record SideEffect(FlowName flow, Command command) implements RelayNews {}

  /** The try of a side effect is over. */
  record SideEffectTried(SideEffect effect, Optional<Throwable> failure) implements RelayNews {}

  /** Nothing more is to be sent; {@code done} completes when nothing is on its way any more. */
  record Drain(CompletableFuture<Void> done) implements RelayNews {}
}
