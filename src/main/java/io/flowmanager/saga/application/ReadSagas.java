// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Reads sagas as they were last committed. Reads run on threads of their own and are bounded in
 * number.
 */
public final class ReadSagas {

  private final SagaStore store;
  private final Executor readers;

  /** A saga with its history, oldest first; both of the same moment. */
  public record SagaWithHistory(Saga saga, List<HistoryEntry> history) {}

  /**
   * @param readers may refuse a task with {@link java.util.concurrent.RejectedExecutionException},
   *     which callers of this class then get
   */
  public ReadSagas(SagaStore store, Executor readers) {
    this.store = store;
    this.readers = readers;
  }

  /** The saga with its history, if there is such a saga. */
  public CompletionStage<Optional<SagaWithHistory>> find(SagaId id) {
    return CompletableFuture.supplyAsync(() -> store.find(id).map(this::withHistory), readers);
  }

  /** One page of a listing. */
  public CompletionStage<SagaPage> list(SagaQuery query) {
    return CompletableFuture.supplyAsync(() -> store.list(query), readers);
  }

  private SagaWithHistory withHistory(Saga saga) {
    List<HistoryEntry> untilNow =
        store.history(saga.id()).stream()
            .filter(entry -> entry.sequence() <= saga.sequence())
            .toList();
    return new SagaWithHistory(saga, untilNow);
  }
}
