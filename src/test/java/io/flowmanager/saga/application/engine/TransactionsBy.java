// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.MemoryTestStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Transactions that a test makes, as a server makes them by its proxy. */
public final class TransactionsBy extends BatchTransactions {

  private final Function<List<EngineRequest>, BatchResult> transaction;

  /**
   * @param transaction handles a batch wholly or not at all
   */
  public TransactionsBy(Function<List<EngineRequest>, BatchResult> transaction) {
    this.transaction = transaction;
  }

  @Override
  public BatchResult handle(List<EngineRequest> batch) {
    return transaction.apply(batch);
  }

  /** Sends everything through them, as nothing is cached. */
  public ProcessBatch withoutCache() {
    Clock clock = Clock.systemUTC();
    var context =
        new BatchContext(new FlowCatalog(List.of(), Optional.empty()), TestSettings.RELAY, clock);
    return new ProcessBatch(
        this, MemoryTestStore.empty().sagas(), new SagaCache(clock, 0), context);
  }
}
