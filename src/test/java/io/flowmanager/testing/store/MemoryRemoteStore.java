// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.remote.RemoteStore;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.SagaBuilder;
import io.flowmanager.testkit.store.MemoryStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A store elsewhere, in memory: it can stand still, fail for single sagas, and leave a doubt. */
public final class MemoryRemoteStore implements RemoteStore {

  private final MemoryStore store = new MemoryStore();
  private final Set<SagaId> failing = new HashSet<>();
  private final Set<SagaId> doubtful = new HashSet<>();
  private boolean failsListings;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** Everything that is asked of it waits until the latch is open. */
  public void waitFor(CountDownLatch latch) {
    gate = latch;
  }

  public void failFor(String saga) {
    failing.add(new SagaId(saga));
  }

  /** Stores the saga's next step and tells nobody. */
  public void leaveDoubtFor(String saga) {
    doubtful.add(new SagaId(saga));
  }

  public void failListings() {
    failsListings = true;
  }

  /** Puts the saga into the store. */
  public void start(SagaBuilder saga) {
    store.run(session -> session.sagas().commit(List.of(ChangeBuilder.created(saga).build())));
  }

  public Saga saga(String id) {
    return store.<Saga>ask(session -> session.sagas().find(new SagaId(id)).orElseThrow());
  }

  @Override
  public void open() {}

  @Override
  public RemoteSession begin(Wanted wanted) {
    awaitGate();
    if (wanted.sagas().stream().anyMatch(failing::contains)) {
      throw new StoreUnavailableException("The store fails for that saga.", null);
    }
    return new Session(store.<Loaded>ask(session -> session.sagas().load(wanted)));
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<SagaWithHistory> find(SagaId id) {
    awaitGate();
    return store.ask(
        session ->
            session
                .sagas()
                .find(id)
                .map(saga -> new SagaWithHistory(saga, session.sagas().history(id))));
  }

  @Override
  public boolean canList() {
    return true;
  }

  @Override
  public SagaPage list(SagaQuery query) {
    if (failsListings) {
      throw new StoreUnavailableException("The store lists nothing now.", null);
    }
    return store.<SagaPage>ask(session -> session.sagas().list(query));
  }

  @Override
  public void recover() {}

  @Override
  public Optional<Connection> connection() {
    return Optional.empty();
  }

  @Override
  public void close() {}

  private final class Session implements RemoteSession {

    private final Loaded loaded;

    Session(Loaded loaded) {
      this.loaded = loaded;
    }

    @Override
    public Loaded loaded() {
      return loaded;
    }

    @Override
    public void commit(SagaChange change) {
      store.run(session -> session.sagas().commit(List.of(change)));
      if (doubtful.remove(change.saga().id())) {
        throw new CommitInDoubtException("no answer", null);
      }
    }

    @Override
    public void close() {}
  }
}
