// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaDocument;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Makes the document that a store gets. It has the nine members of the contract's saga document;
 * members that the document had beside them stay as they were, in its history as well.
 */
public final class DocumentWriter {

  private static final String HISTORY = "history";

  /** No step changes it, so one that is no text stays as it is. */
  private static final String ENTITY = "associatedEntityId";

  private final SagaDocument documents;

  public DocumentWriter(Flow flow) {
    this.documents = new SagaDocument(JsonText.values(), Optional.of(flow.definition().machine()));
  }

  /**
   * The document of the saga.
   *
   * @param entries of its history that are new, oldest first
   * @param before the document as it was read
   */
  public JsonObject write(Saga saga, List<HistoryEntry> entries, Optional<JsonObject> before) {
    JsonObject next = documents.full(saga, entries);
    JsonObject old = before.orElse(JsonValue.EMPTY_JSON_OBJECT);
    JsonObjectBuilder document = JsonText.builders().createObjectBuilder();
    old.forEach(
        (name, value) -> {
          if (!SagaDocument.MEMBERS.contains(name)) {
            document.add(name, value);
          }
        });
    for (String name : SagaDocument.MEMBERS) {
      if (name.equals(HISTORY)) {
        document.add(HISTORY, history(old, next.getJsonObject(HISTORY)));
      } else if (name.equals(ENTITY) && old.containsKey(ENTITY)) {
        document.add(ENTITY, old.get(ENTITY));
      } else if (next.containsKey(name)) {
        document.add(name, next.get(name));
      }
    }
    return document.build();
  }

  private static JsonObject history(JsonObject old, JsonObject added) {
    JsonObject before =
        old.get(HISTORY) instanceof JsonObject history ? history : JsonValue.EMPTY_JSON_OBJECT;
    JsonObjectBuilder history = JsonText.builders().createObjectBuilder(before);
    added.forEach((trail, items) -> history.add(trail, append(before.get(trail), items)));
    return history.build();
  }

  private static JsonArrayBuilder append(JsonValue before, JsonValue added) {
    JsonArrayBuilder trail = JsonText.builders().createArrayBuilder();
    if (before != null && before.getValueType() == JsonValue.ValueType.ARRAY) {
      before.asJsonArray().forEach(trail::add);
    }
    added.asJsonArray().forEach(trail::add);
    return trail;
  }
}
