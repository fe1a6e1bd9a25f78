// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Reads sagas, each time in a transaction of its own. A store may cache what it reads within a
 * transaction; so each call sees what others have committed.
 */
@ApplicationScoped
public class QuerySagas {

  private final SagaStore store;

  /** For the container's proxy. */
  protected QuerySagas() {
    this(null);
  }

  @Inject
  public QuerySagas(SagaStore store) {
    this.store = store;
  }

  /** The saga with its history, oldest entry first. Both are of the same moment. */
  @Transactional
  public Optional<SagaWithHistory> find(SagaId id) {
    return store.find(id).map(this::withHistory);
  }

  /** One page of a listing. */
  @Transactional
  public SagaPage list(SagaQuery query) {
    return store.list(query);
  }

  private SagaWithHistory withHistory(Saga saga) {
    List<HistoryEntry> untilNow =
        store.history(saga.id()).stream()
            .filter(entry -> entry.sequence() <= saga.sequence())
            .toList();
    return new SagaWithHistory(saga, untilNow);
  }
}
