// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Reads sagas as they were last committed. Reads run on threads of their own and are bounded in
 * number.
 */
@SingletonBean
public final class ReadSagas {

  private final SagaLookup sagas;
  private final Executor readers;

  /** A saga with its history, oldest first; both of the same moment. */
  public record SagaWithHistory(Saga saga, List<HistoryEntry> history) {}

  /**
   * @param readers may refuse a task with {@link java.util.concurrent.RejectedExecutionException},
   *     which callers of this class then get
   */
  @Inject
  public ReadSagas(SagaLookup sagas, @ThreadsFor(Work.READS) Executor readers) {
    this.sagas = sagas;
    this.readers = readers;
  }

  /** The saga with its history, if there is such a saga. */
  public CompletionStage<Optional<SagaWithHistory>> find(SagaId id) {
    return CompletableFuture.supplyAsync(() -> sagas.find(id), readers);
  }

  /** One page of a listing. */
  public CompletionStage<SagaPage> list(SagaQuery query) {
    return CompletableFuture.supplyAsync(() -> sagas.list(query), readers);
  }
}
