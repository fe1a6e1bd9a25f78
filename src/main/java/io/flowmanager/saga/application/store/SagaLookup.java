// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.SagaId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds sagas wherever they are stored. A method that waits for a store may throw {@link
 * StoreUnavailableException}; one that does not completes with it.
 */
public interface SagaLookup {

  /** The saga with its history, oldest first; both of the same moment. */
  Optional<SagaWithHistory> find(SagaId id);

  /**
   * Does the same without waiting.
   *
   * @param readers asks the server's database; may refuse a task with {@link
   *     java.util.concurrent.RejectedExecutionException}
   */
  default CompletionStage<Optional<SagaWithHistory>> read(SagaId id, Executor readers) {
    return CompletableFuture.supplyAsync(() -> find(id), readers);
  }

  /** One page of a listing. */
  SagaPage list(SagaQuery query);
}
