// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.bootstrap.routing.RouterSettings.Plan;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.platform.http.Upstream;
import io.flowmanager.platform.http.UpstreamRetries;
import io.flowmanager.router.adapter.http.CrudSagaReader;
import io.flowmanager.router.adapter.http.HttpExternalService;
import io.flowmanager.router.adapter.http.HttpSagaTarget;
import io.flowmanager.router.application.route.ExternalService;
import io.flowmanager.router.application.route.RoutedFlow;
import io.flowmanager.router.application.route.RoutedFlows;
import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.application.route.SagaTarget;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.Rule;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Opens the flow of each address; equal addresses share one upstream with one circuit breaker. */
public final class OpenFlows {

  private final LocalFlows local;
  private final RetryPolicy patience;
  private final Executor threads;
  private final HttpCalls http;
  private final UpstreamRetries retries;
  private final Map<URI, Upstream> upstreams = new HashMap<>();

  public OpenFlows(
      LocalFlows local,
      RetryPolicy patience,
      HttpCalls http,
      Executor threads,
      UpstreamRetries retries) {
    this.local = local;
    this.patience = patience;
    this.threads = threads;
    this.http = http;
    this.retries = retries;
  }

  /**
   * @param mainEvents what takes the main flow's events, made of what starts its sagas
   */
  public RoutedFlows open(Plan plan, UnaryOperator<SagaTarget> mainEvents) {
    Map<String, RoutedFlow> subFlows = new HashMap<>();
    for (Rule rule : plan.rules().rules()) {
      subFlows.put(rule.id(), new RoutedFlow(target(rule.flowManager()), reader(rule.sagas())));
    }
    var main = new RoutedFlow(mainEvents.apply(target(plan.mainFlow())), reader(plan.mainSagas()));
    return new RoutedFlows(main, plan.rules(), Map.copyOf(subFlows));
  }

  public Optional<ExternalService> externalService(Plan plan) {
    return plan.externalService()
        .filter(Address.Remote.class::isInstance)
        .map(address -> new HttpExternalService(upstream(((Address.Remote) address).uri())));
  }

  private SagaTarget target(Address address) {
    return address instanceof Address.Hosted hosted
        ? local.target(hosted.flow())
        : new HttpSagaTarget(upstream(((Address.Remote) address).uri()));
  }

  private SagaReader reader(Address address) {
    return address instanceof Address.Hosted hosted
        ? local.reader(hosted.flow())
        : new CrudSagaReader(upstream(((Address.Remote) address).uri()));
  }

  private Upstream upstream(URI uri) {
    return upstreams.computeIfAbsent(
        uri, base -> new Upstream(base, http, patience, threads, retries));
  }
}
