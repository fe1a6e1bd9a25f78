// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.ResourceCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The router's rules and unfinished calls. */
@Path("/router")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Router")
public class RouterResource {

  private static final int LISTED = 200;

  private final Endpoints endpoints;
  private final ConfiguredRouter router;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public RouterResource() {
    this(null, null);
  }

  @Inject
  public RouterResource(Endpoints endpoints, ConfiguredRouter router) {
    this.endpoints = endpoints;
    this.router = router;
  }

  @POST
  @Path("lint")
  @Operation(summary = "Check a rules file", operationId = "lintRules")
  @RequestBody(description = "The rules file", required = true)
  @APIResponse(
      responseCode = "200",
      description = "The findings, with the numbers of errors and warnings")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> lint(InputStream body) {
    return answer("lintRules", body);
  }

  @POST
  @Path("match")
  @Operation(
      summary = "Find the rule that matches the metadata, and why earlier rules do not",
      operationId = "matchRules")
  @RequestBody(description = "The metadata of a main saga", required = true)
  @APIResponse(
      responseCode = "200",
      description = "The rule that matches, and the reason for each rule that was evaluated")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> match(InputStream body) {
    return answer("matchRules", body);
  }

  @GET
  @Path("calls")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "List unfinished POST /saga calls, oldest first",
      operationId = "routerCalls")
  @APIResponse(responseCode = "200", ref = "RouterCalls")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> calls() {
    var journal = router.get().journal();
    return RouterAnswers.of(() -> journal.unfinished(LISTED), RouterPages::calls);
  }

  @POST
  @Path("calls/repeat")
  @Operation(
      summary = "Complete the missing steps of a failed call, after its cause is corrected",
      operationId = "repeatCall")
  @RequestBody(ref = "RepeatCall")
  @APIResponse(responseCode = "200", ref = "SagaStarted")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> repeat(InputStream body) {
    return answer("repeatCall", body);
  }

  private CompletionStage<Response> answer(String operation, InputStream body) {
    return endpoints.of(operation).answer(ResourceCall.of(body)).thenApply(Answers::of);
  }
}
