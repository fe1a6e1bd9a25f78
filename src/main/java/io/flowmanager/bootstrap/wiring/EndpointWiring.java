// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.rest.Endpoint;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.FastPath;
import io.flowmanager.platform.rest.HttpOperation;
import io.flowmanager.router.adapter.rest.CallEndpoints;
import io.flowmanager.router.adapter.rest.RouterOperations;
import io.flowmanager.router.adapter.rest.RuleEndpoints;
import io.flowmanager.saga.adapter.rest.DocumentEndpoints;
import io.flowmanager.saga.adapter.rest.SagaEndpoints;
import io.flowmanager.saga.adapter.rest.SagaOperations;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Produces the table of operations and its fast path. */
@Dependent
final class EndpointWiring {

  /** With a router, starts and events at the root are the router's. */
  @Produces
  @Singleton
  static Endpoints endpoints(
      StartupConfiguration configuration,
      SagaEndpoints sagas,
      DocumentEndpoints documents,
      CallEndpoints router,
      RuleEndpoints rules) {
    boolean isRouter = configuration.router().plan().isPresent();
    List<Endpoint> root = isRouter ? router.atRoot() : sagas.atRoot();
    List<Endpoint> withBody =
        Stream.of(root, sagas.belowFlows(), documents.all(), router.own(), rules.all())
            .flatMap(List::stream)
            .toList();
    return new Endpoints(withBody, withoutBody());
  }

  static List<HttpOperation> withoutBody() {
    return Stream.of(
            SagaOperations.withoutBody(), RouterOperations.withoutBody(), ServerOperations.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Has a proxy: the filter is made before the application has started. The first request makes it,
   * and the counters of both ways with it.
   */
  @Produces
  @ApplicationScoped
  static FastPath fastPath(
      StartupConfiguration configuration, Endpoints endpoints, PrometheusMeterRegistry meters) {
    EndpointCounters.register(meters, endpoints);
    return configuration.settings().fastPath()
        ? new FastPath(
            endpoints,
            configuration.flows().all().stream().map(flow -> flow.name().value()).toList())
        : new FastPath();
  }
}
