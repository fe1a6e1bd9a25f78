// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.rest.Endpoint;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.FastPath;
import io.flowmanager.router.adapter.rest.CallEndpoints;
import io.flowmanager.router.adapter.rest.RuleEndpoints;
import io.flowmanager.saga.adapter.rest.SagaEndpoints;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Produces the table of endpoints and its fast path. */
@ApplicationScoped
public class EndpointWiring {

  private final StartupConfiguration boot;

  /** For the container's proxy. */
  protected EndpointWiring() {
    this(null);
  }

  @Inject
  public EndpointWiring(StartupConfiguration boot) {
    this.boot = boot;
  }

  /** With a router, starts and events at the root are the router's. */
  @Produces
  @Singleton
  Endpoints endpoints(
      SagaEndpoints sagas,
      CallEndpoints router,
      RuleEndpoints rules,
      PrometheusMeterRegistry meters) {
    boolean isRouter = boot.router().plan().isPresent();
    List<Endpoint> root = isRouter ? router.atRoot() : sagas.atRoot();
    var endpoints =
        new Endpoints(
            Stream.of(root, sagas.belowFlows(), router.own(), rules.all())
                .flatMap(List::stream)
                .toList());
    EndpointCounters.register(meters, endpoints);
    return endpoints;
  }

  /** Has a proxy: the filter is made before the application has started. */
  @Produces
  @ApplicationScoped
  FastPath fastPath(Endpoints endpoints) {
    return boot.settings().fastPath()
        ? new FastPath(
            endpoints, boot.flows().all().stream().map(flow -> flow.name().value()).toList())
        : new FastPath();
  }
}
