// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.DocumentReader;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Lists the sagas of a collection. Documents that are no sagas are passed over, with a warning. */
record MongoPages(MongoLink link, Flow flow, DocumentReader reader) {

  /** A document without those parts of the own key that may be large. */
  static final Bson SAGA_ONLY = Projections.exclude(OwnKey.RECEIPTS, OwnKey.PENDING);

  private static final RateLimitedLog LOG = RateLimitedLog.of(MongoPages.class);

  SagaPage list(SagaQuery query) {
    if (query.flow().filter(name -> !name.equals(flow.name())).isPresent()) {
      return new SagaPage(List.of(), false);
    }
    Bson filter = MongoListing.filter(flow.definition().machine(), query);
    List<Saga> sagas = link.read(collection -> first(query.limit() + 1, found(collection, filter)));
    return new SagaPage(
        sagas.subList(0, Math.min(query.limit(), sagas.size())), sagas.size() > query.limit());
  }

  private FindIterable<BsonDocument> found(MongoCollection<BsonDocument> collection, Bson filter) {
    return collection
        .find(filter)
        .projection(SAGA_ONLY)
        .sort(Sorts.descending("sagaId"))
        .maxTime(link.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How many documents have to be read is not known before. */
  private List<Saga> first(int most, FindIterable<BsonDocument> found) {
    var sagas = new ArrayList<Saga>();
    try (MongoCursor<BsonDocument> documents = found.batchSize(most).cursor()) {
      while (sagas.size() < most && documents.hasNext()) {
        saga(documents.next()).ifPresent(sagas::add);
      }
    }
    return sagas;
  }

  private Optional<Saga> saga(BsonDocument raw) {
    try {
      return Optional.of(link.failures().understood(raw, () -> read(StoredDocument.of(raw))));
    } catch (StoreUnavailableException e) {
      LOG.log(Level.WARNING, "unreadable", e::getMessage);
      return Optional.empty();
    }
  }

  private Saga read(StoredDocument document) {
    return document.read(document.saga(), reader).saga();
  }
}
