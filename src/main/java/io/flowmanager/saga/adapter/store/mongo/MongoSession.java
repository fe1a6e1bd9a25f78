// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.domain.SagaId;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * Work on one saga of a {@link MongoSagaStore}. Nobody is kept from the saga: a write is made only
 * if the document is as it was read.
 *
 * @param before the document as it was read; none for a start
 */
record MongoSession(MongoSagaStore store, Loaded loaded, Optional<StoredDocument> before)
    implements RemoteSession {

  @Override
  public void commit(SagaChange change) {
    Optional<OwnKey> own = before.flatMap(StoredDocument::own);
    OwnKey next = OwnKey.after(own, change, store.clock().instant());
    if (before.isEmpty()) {
      insert(StoredDocument.create(store.writer(), change, next));
    } else if (change.origin() instanceof Origin.Untouched) {
      setOwn(change.saga().id(), before.get(), next);
    } else {
      replace(change, before.get(), next);
    }
    if (!change.commands().isEmpty()) {
      handOver(change);
    }
  }

  private void insert(BsonDocument document) {
    store.link().write(collection -> collection.insertOne(document));
  }

  private void replace(SagaChange change, StoredDocument read, OwnKey next) {
    BsonDocument document = read.next(store.writer(), change, next);
    BsonDocument unchanged = UnchangedFilter.of(read);
    check(
        change.saga().id(),
        store.link().write(collection -> collection.replaceOne(unchanged, document)));
  }

  private void setOwn(SagaId saga, StoredDocument read, OwnKey next) {
    BsonDocument unchanged = UnchangedFilter.of(read);
    check(
        saga,
        store
            .link()
            .write(
                collection ->
                    collection.updateOne(unchanged, Updates.set(OwnKey.NAME, next.content()))));
  }

  private void check(SagaId saga, UpdateResult result) {
    if (result.getMatchedCount() == 0) {
      throw store
          .link()
          .failures()
          .unavailable("has had saga " + saga + " changed by somebody else meanwhile");
    }
  }

  private void handOver(SagaChange change) {
    try {
      store.handover().run(change.saga().id(), change.saga().sequence(), change.commands());
    } catch (RuntimeException e) {
      throw new CommitInDoubtException(
          "The step is stored, but its commands are not known to be in the outbox yet: "
              + e.getMessage(),
          e);
    }
  }

  /** Nobody waits for it. */
  @Override
  public void close() {}
}
