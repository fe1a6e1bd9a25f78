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

/** Sub sagas, asked for by the id of their main saga. */
@Path("/sub-flow/saga")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Router")
public class SubSagaResource {

  private final ConfiguredRouter router;
  private final StatusPages pages;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public SubSagaResource() {
    this(null, null);
  }

  @Inject
  public SubSagaResource(ConfiguredRouter router, StatusPages pages) {
    this.router = router;
    this.pages = pages;
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read the sub saga of a main saga", operationId = "subSaga")
  @APIResponse(responseCode = "200", ref = "Saga")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> byPath(@Parameter(ref = "SagaId") @PathParam("id") String id) {
    router.get();
    return pages.subSaga(id);
  }

  @GET
  @Operation(summary = "The same, with the id as a query parameter", operationId = "subSagaByQuery")
  @APIResponse(responseCode = "200", ref = "Saga")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> byQuery(
      @Parameter(ref = "SagaIdQuery") @QueryParam("sagaId") String sagaId) {
    router.get();
    return pages.subSaga(StatusPages.asked(sagaId));
  }
}
