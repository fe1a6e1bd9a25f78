// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schema of flow files, for editors. */
@Path("/schemas")
@ApplicationScoped
@Tag(ref = "Server")
public class SchemasResource {

  private static final String SCHEMA = "/schemas/flow.json";

  @GET
  @Path("flow.json")
  @Produces({"application/schema+json", "application/json"})
  @Operation(summary = "Read the JSON Schema of flow files", operationId = "flowSchema")
  @APIResponse(responseCode = "200", ref = "FlowSchema")
  public Response flow() {
    try (InputStream schema = SchemasResource.class.getResourceAsStream(SCHEMA)) {
      return Response.ok(schema.readAllBytes()).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
