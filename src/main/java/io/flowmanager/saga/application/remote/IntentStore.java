// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.IntentTransactions.Held;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sagas in a service that knows documents and nothing else. A step is stored as an {@link Intent}
 * in the server's database, then written to the service, then its commands become due. After a
 * crash in between, whoever takes the saga next writes the same document again if the service does
 * not show it, and goes on.
 */
public final class IntentStore implements RemoteStore {

  private static final RateLimitedLog LOG = RateLimitedLog.of(IntentStore.class);

  /** So many at once, and so many failures in a row mean that the service is down. */
  private static final int RECOVERED_AT_ONCE = 100;

  private static final int GIVE_UP_AFTER = 3;

  private static final Wanted NO_WANTED = new Wanted(Set.of(), Map.of(), Set.of());
  private static final Loaded NOTHING = new Loaded(Map.of(), List.of(), Map.of());

  private final Flow flow;
  private final DocumentService service;
  private final IntentTransactions intents;
  private final Leases leases;
  private final DocumentReader reader;

  public IntentStore(
      Flow flow, DocumentService service, IntentTransactions intents, Leases leases) {
    this.flow = flow;
    this.service = service;
    this.intents = intents;
    this.leases = leases;
    this.reader = new DocumentReader(flow);
  }

  /** A service needs no preparation. */
  @Override
  public void open() {}

  @Override
  public RemoteSession begin(Wanted wanted) {
    Optional<SagaId> saga = wanted.sagas().stream().findFirst();
    return saga.isPresent() ? begin(saga.get(), wanted) : start(wanted);
  }

  private RemoteSession start(Wanted wanted) {
    Loaded local = wanted.starts().isEmpty() ? NOTHING : intents.started(wanted);
    local.started().values().forEach(this::finishNow);
    return session(local, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A start that is answered again has to be in the service as well. */
  private void finishNow(SagaId saga) {
    Held held = take(saga, NO_WANTED);
    try {
      finish(held.intent());
    } finally {
      release(held.intent());
    }
  }

  private RemoteSession begin(SagaId saga, Wanted wanted) {
    Held held = take(saga, wanted);
    try {
      Intent intent = finish(held.intent());
      Optional<Saga> copy = Optional.ofNullable(held.local().sagas().get(saga));
      Optional<JsonObject> document = service.read(saga);
      Map<SagaId, Saga> found =
          document.map(d -> Map.of(saga, current(saga, d, copy))).orElse(Map.of());
      var loaded = new Loaded(found, held.local().receipts(), Map.of());
      return session(loaded, Optional.of(intent), document, copy);
    } catch (RuntimeException e) {
      release(held.intent());
      throw e;
    }
  }

  private RemoteSession session(
      Loaded loaded, Optional<Intent> intent, Optional<JsonObject> document, Optional<Saga> copy) {
    return new IntentSession(this, loaded, intent, document, copy);
  }

  private Held take(SagaId saga, Wanted wanted) {
    return intents.take(flow.name(), saga, leases.newWorker(), leases.begin(), wanted);
  }

  /** The saga of the document, numbered on from what this server has stored. */
  private Saga current(SagaId id, JsonObject document, Optional<Saga> copy) {
    StoredSaga stored = read(id, document);
    if (copy.isEmpty()) {
      return stored.saga();
    }
    Saga known = copy.get();
    if (isBehind(stored, known)) {
      throw behind(id, stored, known);
    }
    Saga saga = stored.saga();
    return new Saga(
        id,
        saga.flow(),
        saga.flowVersion(),
        saga.associatedEntityId(),
        saga.position(),
        saga.metadata(),
        Math.max(saga.sequence(), known.sequence()),
        known.createdAt(),
        known.updatedAt());
  }

  /**
   * By the number of the latest step, or by the step itself: a history that somebody began later or
   * has shortened counts fewer.
   */
  private static boolean isBehind(StoredSaga stored, Saga known) {
    return stored.latestStep().orElse(known.sequence()) < known.sequence()
        && stored.history().stream().noneMatch(entry -> isLatest(entry, known));
  }

  private static boolean isLatest(HistoryEntry entry, Saga known) {
    return entry.at().equals(known.updatedAt())
        && entry.event().equals(known.position().latestEvent())
        && entry.state().equals(known.state());
  }

  private StoreUnavailableException behind(SagaId id, StoredSaga stored, Saga known) {
    String detail =
        "The store of flow "
            + flow.name()
            + " shows step "
            + stored.latestStep().orElse(0)
            + " of saga "
            + id
            + ", but it has acknowledged step "
            + known.sequence()
            + ". Restore the document; until then events of the saga are not taken.";
    LOG.log(Level.ERROR, "behind " + flow.name(), () -> detail);
    return new StoreUnavailableException(detail, null);
  }

  private StoredSaga read(SagaId id, JsonObject document) {
    try {
      return reader.read(id, document);
    } catch (UnreadableDocumentException e) {
      throw new StoreUnavailableException(e.getMessage(), e);
    }
  }

  /** Writes what is open, unless the service shows it already. */
  private Intent finish(Intent intent) {
    if (intent.document().isEmpty()) {
      return intent;
    }
    JsonObject document = intent.document().get();
    boolean isShown =
        service.read(intent.saga()).filter(shown -> Shown.shows(shown, document)).isPresent();
    if (!isShown) {
      service.write(intent.saga(), document);
    }
    intents.settle(intent, leases.now());
    return intent.done();
  }

  @Override
  public Optional<SagaWithHistory> find(SagaId id) {
    return service.read(id).map(document -> read(id, document).withHistory());
  }

  @Override
  public boolean canList() {
    return false;
  }

  @Override
  public SagaPage list(SagaQuery query) {
    throw new UnsupportedOperationException("A service of documents cannot list them.");
  }

  @Override
  public void recover() {
    int failures = 0;
    for (SagaId saga : intents.free(flow.name(), leases.now(), RECOVERED_AT_ONCE)) {
      if (failures == GIVE_UP_AFTER) {
        return;
      }
      failures = recover(saga) ? 0 : failures + 1;
    }
  }

  private boolean recover(SagaId saga) {
    try {
      finishNow(saga);
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "recover",
          () -> "A step of saga " + saga + " is not in its store yet: " + e.getMessage());
      return false;
    }
  }

  void release(Intent intent) {
    try {
      intents.release(intent, leases.now());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "release", () -> "Saga " + intent.saga() + " stays leased: " + e);
    }
  }

  Flow flow() {
    return flow;
  }

  DocumentService service() {
    return service;
  }

  IntentTransactions intents() {
    return intents;
  }

  Leases leases() {
    return leases;
  }

  /** Whether a service answers is known by its last call only, which another one may not repeat. */
  @Override
  public Optional<Connection> connection() {
    return Optional.empty();
  }

  /** Connections are shared with other services. */
  @Override
  public void close() {}
}
