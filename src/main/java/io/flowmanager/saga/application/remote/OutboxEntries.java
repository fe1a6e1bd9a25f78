// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;

/**
 * Commands that come into the outbox after their step was stored elsewhere. Each call is made
 * within a transaction of the caller and may throw {@link StoreUnavailableException}.
 */
public interface OutboxEntries {

  /**
   * Stores those commands whose ids are not in the outbox, with the leases that they carry. Those
   * that are there stay as they are. One that has been delivered is not there any more, so it is
   * stored again.
   *
   * @param now when they came in
   * @throws StoreUnavailableException at the latest when the transaction commits, if somebody else
   *     stores one of them at the same moment
   */
  void add(List<PendingCommand> commands, Instant now);
}
