// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import io.flowmanager.saga.application.remote.DocumentService;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * A service that keeps the document of a saga at {@code {path}/{sagaId}} and replaces it as a
 * whole. A 404 of a read means that there is no such saga.
 */
public final class RestDocumentService implements DocumentService {

  private final HttpEndpoint endpoint;
  private final DocumentCalls calls;
  private final URI collection;

  public RestDocumentService(HttpEndpoint endpoint, ServiceAccess access) {
    this.endpoint = endpoint;
    this.collection = endpoint.uri();
    this.calls =
        new DocumentCalls(
            URI.create(endpoint.protocol() + "://" + collection.getRawAuthority()),
            endpoint.headers(),
            access);
  }

  @Override
  public boolean namesSagas() {
    return false;
  }

  @Override
  public Optional<JsonObject> read(SagaId id) {
    DocumentReply reply = calls.send(DocumentCall.get(address(id)));
    return reply.isNotFound() ? Optional.empty() : Optional.of(reply.document(reply.json(), id));
  }

  @Override
  public void write(SagaId id, JsonObject document) {
    calls
        .send(new DocumentCall(endpoint.method(), address(id), Optional.of(document)))
        .requireSuccess();
  }

  /** A query of the path goes along with each call. */
  private URI address(SagaId id) {
    String query = collection.getRawQuery();
    return URI.create(
        endpoint.protocol()
            + "://"
            + collection.getRawAuthority()
            + UriText.withoutSlashesBehind(collection.getRawPath())
            + "/"
            + UriText.segment(id.value())
            + (query == null ? "" : "?" + query));
  }
}
