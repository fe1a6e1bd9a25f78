// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries a batch through one transaction: load, decide, store. When the call returns, everything
 * that the answers say is durable; when it throws, nothing has happened.
 */
@ApplicationScoped
public class BatchTransactions {

  private final BatchContext context;
  private final SagaStore store;
  private final Inbox inbox;

  /** For the container's proxy. */
  protected BatchTransactions() {
    this(null, null, null);
  }

  @Inject
  public BatchTransactions(BatchContext context, SagaStore store, Inbox inbox) {
    this.context = context;
    this.store = store;
    this.inbox = inbox;
  }

  /**
   * @param batch in order of arrival; events of one saga are handled one after the other
   * @throws StoreUnavailableException when the store could not do it; the batch may be tried again
   */
  @Transactional
  public BatchResult handle(List<EngineRequest> batch) {
    BatchWork.Times times = context.times();
    ConsumedMessages consumed = ConsumedMessages.lock(inbox, times.now(), batch);
    Loaded loaded = store.load(RequestedSagas.of(batch));
    BatchWork work = context.begin(loaded, times);
    var answers = new ArrayList<Answer>(batch.size());
    batch.forEach(request -> answers.add(work.take(request, consumed)));
    Set<SagaId> commanding = work.commanding();
    Map<SagaId, Long> latestPending =
        commanding.isEmpty() ? Map.of() : store.latestPending(commanding);
    List<SagaChange> changes = work.changes();
    if (!changes.isEmpty()) {
      store.commit(changes);
    }
    consumed.store();
    return work.result(batch, answers, latestPending);
  }
}
