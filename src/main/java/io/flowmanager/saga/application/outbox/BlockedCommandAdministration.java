// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Lists and retries blocked commands for an operator, on threads that may wait for the database.
 */
@SingletonBean
public final class BlockedCommandAdministration {

  private final BlockedCommandTransactions blocked;
  private final Executor readers;

  /**
   * @param readers as for {@link ReadSagas}
   */
  @Inject
  public BlockedCommandAdministration(
      BlockedCommandTransactions blocked, @ThreadsFor(Work.READS) Executor readers) {
    this.blocked = blocked;
    this.readers = readers;
  }

  /** One page of a listing. */
  public CompletionStage<BlockedPage> list(BlockedQuery query) {
    return CompletableFuture.supplyAsync(() -> blocked.list(query), readers);
  }

  /** Makes the relay retry the command soon. Completes with false if the command is not blocked. */
  public CompletionStage<Boolean> retry(CommandId command) {
    return CompletableFuture.supplyAsync(() -> blocked.unblock(command), readers);
  }

  /** Makes the relay retry all blocked commands of the flow soon. Completes with their number. */
  public CompletionStage<Integer> retryAll(FlowName flow) {
    return CompletableFuture.supplyAsync(() -> blocked.unblock(flow), readers);
  }
}
