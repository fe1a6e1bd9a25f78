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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Checks flow files that are not hosted. The literal path takes precedence over {@code
 * /flows/{flow}}. It has no sub-paths, so a flow named "lint" keeps all of its own paths.
 */
@Path("/flows/lint")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Server")
public class LintResource {

  private final Endpoints endpoints;

  /** For the container's proxy. */
  public LintResource() {
    this(null);
  }

  @Inject
  public LintResource(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @POST
  @Operation(summary = "Check a flow file", operationId = "lint")
  @RequestBody(description = "The flow file", required = true)
  @APIResponse(
      responseCode = "200",
      description =
          "The findings, including format errors, with the numbers of errors and warnings")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> lint(InputStream body) {
    return endpoints.of("lint").answer(ResourceCall.of(body)).thenApply(Answers::of);
  }
}
