// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.model.Filters;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.DocumentReader;
import io.flowmanager.saga.application.remote.DocumentWriter;
import io.flowmanager.saga.application.remote.HandOverCommands;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.remote.RemoteStore;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Sagas in a MongoDB collection, one document each. A step is one write of one document: the saga
 * with its history and, under one own key, receipts and commands. The commands then go to the
 * server's outbox. Whoever reads the document next, or {@link #recover}, does that after a crash.
 */
public final class MongoSagaStore implements RemoteStore {

  private static final String SAGA_ID = "sagaId";
  private static final Bson WHOLE = new BsonDocument();
  private static final Loaded NOTHING = new Loaded(Map.of(), List.of(), Map.of());

  private final MongoLink link;
  private final PendingHandover handover;
  private final UnfinishedSteps unfinished;
  private final MongoPages pages;
  private final Clock clock;
  private final DocumentReader reader;
  private final DocumentWriter writer;

  /**
   * @param link of this store alone, and closed with it
   */
  public MongoSagaStore(Flow flow, MongoLink link, HandOverCommands outbox, Clock clock) {
    this.link = link;
    this.handover = new PendingHandover(link, outbox);
    this.unfinished = new UnfinishedSteps(link, handover);
    this.clock = clock;
    this.reader = new DocumentReader(flow);
    this.writer = new DocumentWriter(flow);
    this.pages = new MongoPages(link, flow, reader);
  }

  @Override
  public void open() {
    new MongoIndexes(link).make();
  }

  @Override
  public RemoteSession begin(Wanted wanted) {
    Optional<SagaId> saga = wanted.sagas().stream().findFirst();
    if (saga.isPresent()) {
      Set<EventId> events = wanted.events().getOrDefault(saga.get(), Set.of());
      return begin(saga.get(), events);
    }
    Loaded started = wanted.starts().stream().findFirst().map(this::started).orElse(NOTHING);
    return new MongoSession(this, started, Optional.empty());
  }

  private RemoteSession begin(SagaId id, Set<EventId> events) {
    Optional<StoredDocument> found = document(SAGA_ID, new BsonString(id.value()), WHOLE);
    Loaded loaded = found.map(document -> load(id, document, events)).orElse(NOTHING);
    return new MongoSession(this, loaded, found);
  }

  private Loaded load(SagaId id, StoredDocument document, Set<EventId> events) {
    unfinished.finish(id, document);
    return understood(
        document,
        () -> {
          Saga saga = document.read(id, reader).saga();
          List<Receipt> receipts =
              document.own().map(own -> own.receipts(id, events)).orElse(List.of());
          return new Loaded(Map.of(id, saga), receipts, Map.of());
        });
  }

  private Loaded started(StartKey key) {
    Optional<StoredDocument> found =
        document(OwnKey.START_KEY, OwnKey.startKey(key), UnfinishedSteps.PARTS);
    if (found.isEmpty()) {
      return NOTHING;
    }
    SagaId saga = understood(found.get(), found.get()::saga);
    unfinished.finish(saga, found.get());
    return new Loaded(Map.of(), List.of(), Map.of(key, saga));
  }

  private Optional<StoredDocument> document(String member, BsonString value, Bson parts) {
    BsonDocument found =
        link.read(
            collection -> collection.find(Filters.eq(member, value)).projection(parts).first());
    return Optional.ofNullable(found).map(this::stored);
  }

  private StoredDocument stored(BsonDocument raw) {
    return link.failures().understood(raw, () -> StoredDocument.of(raw));
  }

  private <T> T understood(StoredDocument document, Supplier<T> read) {
    return link.failures().understood(document.raw(), read);
  }

  @Override
  public Optional<SagaWithHistory> find(SagaId id) {
    return document(SAGA_ID, new BsonString(id.value()), MongoPages.SAGA_ONLY)
        .map(document -> understood(document, () -> document.read(id, reader)));
  }

  @Override
  public boolean canList() {
    return true;
  }

  @Override
  public SagaPage list(SagaQuery query) {
    return pages.list(query);
  }

  @Override
  public void recover() {
    unfinished.recover(clock.instant());
  }

  @Override
  public Optional<Connection> connection() {
    return Optional.of(link.state());
  }

  @Override
  public void close() {
    link.close();
  }

  MongoLink link() {
    return link;
  }

  PendingHandover handover() {
    return handover;
  }

  DocumentWriter writer() {
    return writer;
  }

  Clock clock() {
    return clock;
  }
}
