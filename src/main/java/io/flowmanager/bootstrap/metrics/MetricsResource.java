// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves all metrics to Prometheus. */
@Path("/-/metrics")
@ApplicationScoped
@Tag(ref = "Server")
public class MetricsResource {

  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public MetricsResource() {
    this(null);
  }

  @Inject
  public MetricsResource(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @GET
  @Operation(summary = "Read metrics in Prometheus text format", operationId = "metrics")
  @APIResponse(responseCode = "200", ref = "Metrics")
  public Response metrics() {
    return Response.ok(meters.scrape()).header("Content-Type", TEXT_FORMAT).build();
  }
}
