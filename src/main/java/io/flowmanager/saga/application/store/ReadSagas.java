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
 * Reads sagas as they were last committed. Reads run on a separate executor that limits their
 * number.
 */
@SingletonBean
public final class ReadSagas {

  private final SagaLookup sagas;
  private final Executor readers;

  /** A saga with its history, oldest entry first. Both are of the same moment. */
  public record SagaWithHistory(Saga saga, List<HistoryEntry> history) {

    /**
     * The same with its last entry as that step, unless it has that number or a later one. A store
     * elsewhere may have shortened the history, but commands carry the numbers of this server.
     */
    public SagaWithHistory numberedUpTo(long step) {
      long missing = step - (history.size() - 1L);
      if (missing <= 0) {
        return this;
      }
      return new SagaWithHistory(
          saga,
          history.stream().map(entry -> entry.withSequence(entry.sequence() + missing)).toList());
    }
  }

  /**
   * @param readers may reject a task with {@link java.util.concurrent.RejectedExecutionException},
   *     which the caller of this class then gets
   */
  @Inject
  public ReadSagas(SagaLookup sagas, @ThreadsFor(Work.READS) Executor readers) {
    this.sagas = sagas;
    this.readers = readers;
  }

  /** The saga with its history; empty if the saga does not exist. */
  public CompletionStage<Optional<SagaWithHistory>> find(SagaId id) {
    return sagas.read(id, readers);
  }

  /** One page of a listing. */
  public CompletionStage<SagaPage> list(SagaQuery query) {
    return CompletableFuture.supplyAsync(() -> sagas.list(query), readers);
  }
}
