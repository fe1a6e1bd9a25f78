// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Stores the sagas of other flow managers, on threads that may wait for the database. */
@SingletonBean
public final class WriteDocuments {

  private final DocumentTransactions documents;
  private final SagaCache cache;
  private final Executor threads;

  /**
   * @param threads as for {@link io.flowmanager.saga.application.store.ReadSagas}
   */
  @Inject
  public WriteDocuments(
      DocumentTransactions documents, SagaCache cache, @ThreadsFor(Work.READS) Executor threads) {
    this.documents = documents;
    this.cache = cache;
    this.threads = threads;
  }

  /**
   * Sets members of the saga's document; makes the saga if there is none. The same call twice has
   * the effect of one. The stage fails with {@link StoreUnavailableException} when the store cannot
   * do it now, and with {@link io.flowmanager.saga.application.store.UnstorableException} when it
   * never will.
   */
  public CompletionStage<DocumentResult> handle(Flow flow, SagaId id, DocumentEdit edit) {
    return CompletableFuture.supplyAsync(() -> write(flow, id, edit), threads);
  }

  /** How many sagas the flow has. It reads all of them: the cost grows with their number. */
  public CompletionStage<Long> count(FlowName flow) {
    return CompletableFuture.supplyAsync(() -> documents.count(flow), threads);
  }

  private DocumentResult write(Flow flow, SagaId id, DocumentEdit edit) {
    try {
      return writeOrRepeat(flow, id, edit);
    } catch (TransactionalException e) {
      throw new StoreUnavailableException("The transaction could not be ended.", e);
    } finally {
      cache.evict(Set.of(id));
    }
  }

  /** Of two callers that make one saga at the same time, the slower one finds it now. */
  private DocumentResult writeOrRepeat(Flow flow, SagaId id, DocumentEdit edit) {
    try {
      return documents.write(flow, id, edit);
    } catch (StoreUnavailableException e) {
      return documents.write(flow, id, edit);
    }
  }
}
