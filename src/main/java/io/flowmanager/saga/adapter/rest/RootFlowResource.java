// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.ResourceCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The flow of {@code CONFIGURATIONS_FILE_PATH}, at the paths of the contract. With a router, starts
 * and events are the router's.
 */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Root flow")
public class RootFlowResource {

  private final Endpoints endpoints;
  private final RequestedFlows flows;
  private final FlowPages pages;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public RootFlowResource() {
    this(null, null, null);
  }

  @Inject
  public RootFlowResource(Endpoints endpoints, RequestedFlows flows, FlowPages pages) {
    this.endpoints = endpoints;
    this.flows = flows;
    this.pages = pages;
  }

  @POST
  @Path("saga")
  @Operation(summary = "Start a saga", operationId = "startSaga")
  @RequestBody(ref = "StartSaga")
  @APIResponse(responseCode = "200", ref = "SagaStarted")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> start(
      @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String idempotencyKey,
      InputStream body) {
    return answer("startSaga", idempotencyKey, body);
  }

  @POST
  @Path("event")
  @Operation(summary = "Send an event to a saga", operationId = "sendEvent")
  @RequestBody(ref = "Event")
  @APIResponse(responseCode = "200", ref = "EventTaken")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> event(
      @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String idempotencyKey,
      InputStream body) {
    return answer("sendEvent", idempotencyKey, body);
  }

  @GET
  @Path("machine-definition")
  @Operation(summary = "Read the flow's state machine", operationId = "machineDefinition")
  @APIResponse(responseCode = "200", ref = "MachineDefinition")
  @APIResponse(responseCode = "default", ref = "Problem")
  public Response machineDefinition() {
    return pages.machineDefinition(flows.atRoot());
  }

  @GET
  @Path("diagram")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "Draw the flow: SVG unless Accept names another type",
      operationId = "diagram")
  @APIResponse(
      responseCode = "200",
      description = "States, commands, events and business states",
      content = {
        @Content(mediaType = "image/svg+xml"),
        @Content(mediaType = "text/vnd.mermaid"),
        @Content(mediaType = "text/vnd.graphviz")
      })
  @APIResponse(responseCode = "default", ref = "Problem")
  public Response diagram(@Context HttpHeaders headers) {
    return pages.diagram(flows.atRoot(), headers.getAcceptableMediaTypes());
  }

  @GET
  @Path("configuration")
  @Deprecated
  @Operation(
      summary = "Read the flow file, with secrets redacted",
      operationId = "configuration",
      deprecated = true)
  @APIResponse(responseCode = "200", ref = "FlowFile")
  @APIResponse(responseCode = "default", ref = "Problem")
  public Response configuration() {
    return pages.configuration(flows.atRoot());
  }

  private CompletionStage<Response> answer(
      String operation, String idempotencyKey, InputStream body) {
    var call = ResourceCall.of(body).withIdempotencyKey(idempotencyKey);
    return endpoints.of(operation).answer(call).thenApply(Answers::of);
  }
}
