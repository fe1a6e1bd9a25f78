// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.CommandId;
import java.time.Instant;

/** Something to be noted in the outbox. */
public sealed interface OutboxWork {

  /** The command has been delivered. */
  record Remove(CommandId command) implements OutboxWork {}

  /** The command failed and is to be tried again at that time. */
  record Postpone(CommandId command, int attempts, Instant nextAttempt, String error)
      implements OutboxWork {}

  /** This node will not send the command. */
  record Release(CommandId command) implements OutboxWork {}

  /** Look for commands that are due. */
  record Poll() implements OutboxWork {}
}
