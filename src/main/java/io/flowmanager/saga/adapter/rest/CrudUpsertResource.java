// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.ResourceCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sagas of each hosted flow for flow managers with a {@code crud} persistency, to write. */
@Path("/crud/{flow}/upsert-one")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Persistency")
public class CrudUpsertResource {

  private final Endpoints endpoints;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public CrudUpsertResource() {
    this(null);
  }

  @Inject
  public CrudUpsertResource(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @POST
  @Operation(
      summary = "Set members of a saga's document, or make the saga",
      operationId = "crudUpsert")
  @Parameter(name = "sagaId", in = ParameterIn.QUERY, ref = "SagaIdQuery")
  @RequestBody(ref = "DocumentUpdate")
  @APIResponse(responseCode = "200", ref = "Saga")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> upsert(
      @Parameter(ref = "FlowName") @PathParam("flow") String flow,
      @Context UriInfo uri,
      InputStream body) {
    String id = CrudQuery.sagaId(uri.getQueryParameters()).orElse(null);
    var call = ResourceCall.of(body).withFlow(flow).withSagaId(id);
    return endpoints.of("crudUpsert").answer(call).thenApply(Answers::of);
  }
}
