// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the state of a saga; without a router, of any saga of this server. */
@Path("/status")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Router")
public class StatusResource {

  private final StatusPages pages;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public StatusResource() {
    this(null);
  }

  @Inject
  public StatusResource(StatusPages pages) {
    this.pages = pages;
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read the states of a main saga and its sub saga", operationId = "status")
  @APIResponse(responseCode = "200", ref = "Status")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> byPath(@Parameter(ref = "SagaId") @PathParam("id") String id) {
    return pages.status(id);
  }

  @GET
  @Operation(summary = "The same, with the id as a query parameter", operationId = "statusByQuery")
  @APIResponse(responseCode = "200", ref = "Status")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> byQuery(
      @Parameter(ref = "SagaIdQuery") @QueryParam("sagaId") String sagaId) {
    return pages.status(StatusPages.asked(sagaId));
  }
}
