// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.ResourceCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receives notifications from the command channels of sub flows. */
@Path("/notify")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Router")
public class NotifyResource {

  private final Endpoints endpoints;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public NotifyResource() {
    this(null);
  }

  @Inject
  public NotifyResource(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @POST
  @Operation(
      summary = "Forward a notification of a sub saga to its main saga",
      operationId = "notify")
  @RequestBody(ref = "Event")
  @APIResponse(responseCode = "200", ref = "Notified")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> take(
      @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Parameter(ref = "CommandId") @HeaderParam("X-Command-Id") String commandId,
      InputStream body) {
    var call = ResourceCall.of(body).withIdempotencyKey(idempotencyKey).withCommandId(commandId);
    return endpoints.of("notify").answer(call).thenApply(Answers::of);
  }
}
