// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import io.flowmanager.platform.http.Reply;
import io.flowmanager.platform.http.Upstream;
import io.flowmanager.router.application.route.RoutedSaga;
import io.flowmanager.router.application.route.SagaReader;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Reads sagas from a CRUD service: {@code GET {url}/?sagaId=…} returns an array of documents, or a
 * single document. A service that ignores the parameter may return more documents. The reader
 * selects the one with the id, in {@code sagaId} or {@code sagaid}; a single document without
 * either is accepted.
 */
public final class CrudSagaReader implements SagaReader {

  private static final List<String> ID_KEYS = List.of("sagaId", "sagaid");

  private final Upstream collection;

  public CrudSagaReader(Upstream collection) {
    this.collection = collection;
  }

  @Override
  public CompletionStage<Optional<RoutedSaga>> find(String id) {
    var judge = new ReplyJudge(collection.place("/"));
    return judge
        .successful(collection.get("/", "sagaId", id))
        .thenApply(reply -> found(id, reply, judge));
  }

  private static Optional<RoutedSaga> found(String id, Reply reply, ReplyJudge judge) {
    JsonValue answer = reply.json().orElseThrow(() -> judge.unreadable("JSON"));
    List<JsonValue> documents = answer instanceof JsonArray array ? array : List.of(answer);
    if (!documents.stream().allMatch(JsonObject.class::isInstance)) {
      throw judge.unreadable("saga documents");
    }
    return documents.stream()
        .map(JsonValue::asJsonObject)
        .filter(document -> hasId(document, id) || documents.size() == 1 && hasNoId(document))
        .findFirst()
        .map(document -> new RoutedSaga(id, document));
  }

  private static boolean hasNoId(JsonObject document) {
    return ID_KEYS.stream().noneMatch(document::containsKey);
  }

  private static boolean hasId(JsonObject document, String id) {
    return ID_KEYS.stream()
        .map(document::get)
        .anyMatch(value -> value instanceof JsonString text && text.getString().equals(id));
  }
}
