// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.health;

import io.flowmanager.bootstrap.lifecycle.Lifecycle;
import io.flowmanager.platform.json.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Health at the paths of the contract: 200 while database and brokers are connected, else 503. */
@Path("/-")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Server")
public class HealthResource {

  private final DatabaseProbe database;
  private final Lifecycle lifecycle;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public HealthResource() {
    this(null, null);
  }

  @Inject
  public HealthResource(DatabaseProbe database, Lifecycle lifecycle) {
    this.database = database;
    this.lifecycle = lifecycle;
  }

  @GET
  @Path("healthz")
  @Operation(summary = "Whether the server is healthy", operationId = "healthz")
  @APIResponse(responseCode = "200", ref = "Health")
  @APIResponse(responseCode = "503", ref = "Health")
  public CompletionStage<Response> healthz() {
    return answer();
  }

  @GET
  @Path("ready")
  @Operation(summary = "Whether the server accepts events", operationId = "ready")
  @APIResponse(responseCode = "200", ref = "Health")
  @APIResponse(responseCode = "503", ref = "Health")
  public CompletionStage<Response> ready() {
    return answer();
  }

  @GET
  @Path("check-up")
  @Operation(
      summary = "Whether all dependencies of the server are available",
      operationId = "checkUp")
  @APIResponse(responseCode = "200", ref = "Health")
  @APIResponse(responseCode = "503", ref = "Health")
  public CompletionStage<Response> checkUp() {
    return answer();
  }

  private CompletionStage<Response> answer() {
    return database
        .isUp()
        .thenApply(
            up ->
                answer(
                    new HealthReport(
                        up,
                        lifecycle.isRunning(),
                        lifecycle.standstills(),
                        lifecycle.connections(),
                        lifecycle.routerConnection())));
  }

  private static Response answer(HealthReport report) {
    return Response.status(report.isHealthy() ? 200 : 503)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(JsonText.bytes(report.body()))
        .build();
  }
}
