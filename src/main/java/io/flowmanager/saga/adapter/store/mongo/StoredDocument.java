// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.application.remote.DocumentReader;
import io.flowmanager.saga.application.remote.DocumentWriter;
import io.flowmanager.saga.application.remote.StoredSaga;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;

/**
 * A document as it was read.
 *
 * @param own what it holds for this server
 */
record StoredDocument(BsonDocument raw, Optional<OwnKey> own) {

  private static final String ID = "_id";

  static StoredDocument of(BsonDocument raw) {
    return new StoredDocument(raw, OwnKey.of(raw));
  }

  /** The id that stands in it. */
  SagaId saga() {
    return new SagaId(raw.getString("sagaId").getValue());
  }

  /**
   * The saga with its history. Its number is ours, unless others have stored later steps.
   *
   * @throws io.flowmanager.saga.application.remote.UnreadableDocumentException as the reader does
   */
  SagaWithHistory read(SagaId id, DocumentReader reader) {
    StoredSaga stored = reader.read(id, BsonToJson.object(members()));
    Saga saga = own.map(key -> numbered(stored.saga(), key)).orElse(stored.saga());
    return new SagaWithHistory(saga, stored.history()).numberedUpTo(saga.sequence());
  }

  private static Saga numbered(Saga saga, OwnKey own) {
    if (saga.sequence() > own.step()) {
      return saga;
    }
    return new Saga(
        saga.id(),
        saga.flow(),
        own.flowVersion(),
        saga.associatedEntityId(),
        saga.position(),
        saga.metadata(),
        own.step(),
        saga.createdAt(),
        saga.updatedAt());
  }

  /** All that is not MongoDB's or ours. */
  private BsonDocument members() {
    var members = new BsonDocument();
    members.putAll(raw);
    members.remove(ID);
    members.remove(OwnKey.NAME);
    return members;
  }

  /** A document of a new saga. */
  static BsonDocument create(DocumentWriter writer, SagaChange change, OwnKey own) {
    var document = new BsonDocument(ID, new BsonObjectId());
    write(document, writer, change, Optional.empty());
    return document.append(OwnKey.NAME, own.content());
  }

  /** The document as the change leaves it. */
  BsonDocument next(DocumentWriter writer, SagaChange change, OwnKey next) {
    var document = new BsonDocument(ID, raw.get(ID));
    write(document, writer, change, Optional.of(members()));
    return document.append(OwnKey.NAME, next.content());
  }

  private static void write(
      BsonDocument target,
      DocumentWriter writer,
      SagaChange change,
      Optional<BsonDocument> before) {
    JsonObject document =
        writer.write(change.saga(), change.entries(), before.map(BsonToJson::object));
    target.putAll(JsonToBson.document(document, before.orElseGet(BsonDocument::new)));
  }
}
