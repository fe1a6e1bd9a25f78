// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The endpoints by which other flow managers keep their sagas here. */
@Dependent
public class DocumentEndpoints {

  private final WriteDocumentHandler write;
  private final UpsertDocumentHandler upsert;
  private final Bodies bodies;

  @Inject
  public DocumentEndpoints(
      WriteDocumentHandler write, UpsertDocumentHandler upsert, Bodies bodies) {
    this.write = write;
    this.upsert = upsert;
    this.bodies = bodies;
  }

  /** All of them. */
  public List<Endpoint> all() {
    Endpoint post = Endpoint.post("postDocument", "/persistency/{flow}/{sagaId}", bodies, write);
    return List.of(
        post,
        post.as("putDocument", "PUT"),
        post.as("patchDocument", "PATCH"),
        Endpoint.post("crudUpsert", "/crud/{flow}/upsert-one", bodies, upsert));
  }
}
