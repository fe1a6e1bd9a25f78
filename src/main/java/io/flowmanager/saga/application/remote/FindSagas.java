// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaLookup;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Finds sagas in the server's database and in the stores of the flows that have one elsewhere. */
@SingletonBean
public final class FindSagas implements SagaLookup {

  private static final Comparator<Saga> LATEST_FIRST = Comparator.comparing(Saga::id).reversed();

  private final QuerySagas local;
  private final RemoteStores stores;
  private final RemoteReaders readers;

  @Inject
  public FindSagas(QuerySagas local, RemoteStores stores, RemoteReaders readers) {
    this.local = local;
    this.stores = stores;
    this.readers = readers;
  }

  /** From the store that has it; what the database knows of such a saga is a copy. */
  @Override
  public Optional<SagaWithHistory> find(SagaId id) {
    Optional<SagaWithHistory> known = local.find(id);
    if (known.isPresent()) {
      Saga copy = known.get().saga();
      Optional<RemoteStore> store = stores.find(copy.flow());
      return store.isPresent() ? numbered(store.get().find(id), copy) : known;
    }
    return elsewhere(id);
  }

  /** Threads of the flow wait for its store, so a slow one delays reads of its own flow only. */
  @Override
  public CompletionStage<Optional<SagaWithHistory>> read(SagaId id, Executor databaseReaders) {
    return CompletableFuture.supplyAsync(() -> local.find(id), databaseReaders)
        .thenCompose(known -> known.map(this::current).orElseGet(() -> readElsewhere(id)));
  }

  private CompletionStage<Optional<SagaWithHistory>> current(SagaWithHistory known) {
    Saga copy = known.saga();
    return stores
        .find(copy.flow())
        .map(store -> read(copy.flow(), store, copy.id()))
        .map(reading -> reading.thenApply(found -> numbered(found, copy)))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.of(known)));
  }

  private static Optional<SagaWithHistory> numbered(Optional<SagaWithHistory> found, Saga copy) {
    return found.map(saga -> saga.numberedUpTo(copy.sequence()));
  }

  private CompletableFuture<Optional<SagaWithHistory>> read(
      FlowName flow, RemoteStore store, SagaId id) {
    return CompletableFuture.supplyAsync(() -> store.find(id), readers.of(flow));
  }

  /** All stores are asked at the same time. One that fails hides no saga of another one. */
  private CompletionStage<Optional<SagaWithHistory>> readElsewhere(SagaId id) {
    List<CompletableFuture<Optional<SagaWithHistory>>> reads = new ArrayList<>();
    stores.byFlow().forEach((flow, store) -> reads.add(read(flow, store, id)));
    return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
        .handle((done, failure) -> foundOrFailed(reads));
  }

  private static Optional<SagaWithHistory> foundOrFailed(
      List<CompletableFuture<Optional<SagaWithHistory>>> reads) {
    Optional<SagaWithHistory> found =
        reads.stream()
            .filter(read -> !read.isCompletedExceptionally())
            .flatMap(read -> read.join().stream())
            .findFirst();
    return found.isPresent()
        ? found
        : reads.stream().flatMap(read -> read.join().stream()).findFirst();
  }

  /** A store that fails hides no saga of another one. */
  private Optional<SagaWithHistory> elsewhere(SagaId id) {
    StoreUnavailableException failure = null;
    for (RemoteStore store : stores.byFlow().values()) {
      try {
        Optional<SagaWithHistory> found = store.find(id);
        if (found.isPresent()) {
          return found;
        }
      } catch (StoreUnavailableException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  @Override
  public SagaPage list(SagaQuery query) {
    Map<FlowName, RemoteStore> listing = new LinkedHashMap<>();
    List<FlowName> partial = new ArrayList<>();
    stores
        .byFlow()
        .forEach(
            (flow, store) -> {
              if (query.flow().isEmpty() || query.flow().get().equals(flow)) {
                if (store.canList()) {
                  listing.put(flow, store);
                } else {
                  partial.add(flow);
                }
              }
            });
    if (listing.isEmpty()) {
      SagaPage page = local.list(query);
      return new SagaPage(page.sagas(), page.hasMore(), partial);
    }
    return merged(query, listing, partial);
  }

  private SagaPage merged(
      SagaQuery query, Map<FlowName, RemoteStore> listing, List<FlowName> partial) {
    List<Saga> sagas = new ArrayList<>();
    boolean hasMore = false;
    for (SagaPage page : pages(query, listing, partial)) {
      sagas.addAll(page.sagas());
      hasMore |= page.hasMore();
    }
    sagas.sort(LATEST_FIRST);
    int size = Math.min(query.limit(), sagas.size());
    return new SagaPage(
        List.copyOf(sagas.subList(0, size)), hasMore || sagas.size() > size, partial);
  }

  /** A store that fails hides no saga of another one, unless its own sagas are asked for. */
  private List<SagaPage> pages(
      SagaQuery query, Map<FlowName, RemoteStore> listing, List<FlowName> partial) {
    List<SagaPage> pages = new ArrayList<>();
    pages.add(local.list(query));
    for (Map.Entry<FlowName, RemoteStore> store : listing.entrySet()) {
      try {
        pages.add(store.getValue().list(query));
      } catch (StoreUnavailableException e) {
        if (query.flow().isPresent()) {
          throw e;
        }
        partial.add(store.getKey());
      }
    }
    return pages;
  }
}
