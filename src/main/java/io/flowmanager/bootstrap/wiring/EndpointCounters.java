// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.rest.Endpoint;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.Way;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many requests each endpoint answered, by the way that they took. */
public final class EndpointCounters {

  private EndpointCounters() {}

  public static void register(MeterRegistry meters, Endpoints endpoints) {
    endpoints.all().forEach(endpoint -> register(meters, endpoint));
  }

  private static void register(MeterRegistry meters, Endpoint endpoint) {
    for (Way way : Way.values()) {
      FunctionCounter.builder("flow_manager_http_requests", endpoint, it -> it.calls(way))
          .description("Requests with a body that reached their endpoint")
          .tag("operation", endpoint.operation().name())
          .tag("way", way.label())
          .register(meters);
    }
  }
}
