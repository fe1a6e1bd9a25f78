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

/** What an operator does with blocked commands, on threads that may wait for the database. */
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

  /** The command is tried again soon; false when it is not blocked. */
  public CompletionStage<Boolean> retry(CommandId command) {
    return CompletableFuture.supplyAsync(() -> blocked.unblock(command), readers);
  }

  /** All blocked commands of the flow are tried again soon; answers how many. */
  public CompletionStage<Integer> retryAll(FlowName flow) {
    return CompletableFuture.supplyAsync(() -> blocked.unblock(flow), readers);
  }
}
