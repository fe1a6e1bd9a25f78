// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads sagas of the server's database, each time in a transaction of its own: what a store
 * remembers of its reads ends with it, so the next read sees what others have committed.
 */
@ApplicationScoped
@Typed(QuerySagas.class)
public class QuerySagas implements SagaLookup {

  private final SagaStore store;

  /** For the container's proxy. */
  protected QuerySagas() {
    this(null);
  }

  @Inject
  public QuerySagas(SagaStore store) {
    this.store = store;
  }

  @Override
  @Transactional
  public Optional<SagaWithHistory> find(SagaId id) {
    return store.find(id).map(this::withHistory);
  }

  @Override
  @Transactional
  public SagaPage list(SagaQuery query) {
    return store.list(query);
  }

  /** See {@link SagaStore#latestPending}; for sagas that are stored elsewhere. */
  @Transactional
  public Map<SagaId, Long> latestPending(Set<SagaId> ids) {
    return store.latestPending(ids);
  }

  private SagaWithHistory withHistory(Saga saga) {
    List<HistoryEntry> untilNow =
        store.history(saga.id()).stream()
            .filter(entry -> entry.sequence() <= saga.sequence())
            .toList();
    return new SagaWithHistory(saga, untilNow);
  }
}
