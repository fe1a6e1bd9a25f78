// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.remote.DocumentService;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;

/**
 * A collection of a CRUD service. It is asked and changed by {@code sagaId} alone; a write sets the
 * members of a saga document and leaves all others of the stored one as they are. An empty array
 * means that there is no such saga.
 */
public final class CrudDocumentService implements DocumentService {

  private final String collection;
  private final DocumentCalls calls;

  public CrudDocumentService(PersistenceDefinition.Crud definition, ServiceAccess access) {
    String port = definition.port().isPresent() ? ":" + definition.port().getAsInt() : "";
    String service = definition.protocol() + "://" + definition.host() + port;
    this.collection = service + "/" + UriText.path(definition.collectionName());
    this.calls = new DocumentCalls(URI.create(service), definition.headers(), access);
  }

  @Override
  public boolean namesSagas() {
    return true;
  }

  @Override
  public Optional<JsonObject> read(SagaId id) {
    DocumentReply reply = calls.send(DocumentCall.get(address("/", id)));
    if (!(reply.json() instanceof JsonArray found) || found.size() > 1) {
      throw reply.misunderstood("JSON that is not an array of at most one document");
    }
    return found.stream().findFirst().map(value -> reply.document(value, id));
  }

  @Override
  public void write(SagaId id, JsonObject document) {
    JsonObject body =
        JsonText.builders().createObjectBuilder().add("$set", members(document)).build();
    calls
        .send(new DocumentCall("POST", address("/upsert-one", id), Optional.of(body)))
        .requireSuccess();
  }

  private static JsonObject members(JsonObject document) {
    // What is not set would keep the value of the state before.
    JsonObjectBuilder members =
        JsonText.builders().createObjectBuilder().add(SagaDocument.STATE_DESCRIPTION, "");
    SagaDocument.MEMBERS.stream()
        .filter(document::containsKey)
        .forEach(name -> members.add(name, document.get(name)));
    return members.build();
  }

  private URI address(String operation, SagaId id) {
    return URI.create(collection + operation + "?sagaId=" + UriText.encoded(id.value()));
  }
}
