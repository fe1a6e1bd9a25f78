// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.routing.LocalFlows;
import io.flowmanager.bootstrap.routing.OpenFlows;
import io.flowmanager.bootstrap.routing.RouterSettings.Plan;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.UpstreamRetries;
import io.flowmanager.router.adapter.rest.RouterDependencies;
import io.flowmanager.router.application.call.CallPolicy;
import io.flowmanager.router.application.route.ReadStatus;
import io.flowmanager.router.application.route.RoutedFlows;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Produces the router's beans that every server has, and decides whether the server is a router.
 */
@Dependent
final class RouterProducers {

  @Produces
  @Singleton
  static CallPolicy callPolicy(StartupConfiguration configuration) {
    return configuration.router().calls();
  }

  @Produces
  @Singleton
  static OpenFlows openFlows(
      StartupConfiguration configuration,
      LocalFlows localFlows,
      HttpCalls http,
      Workers workers,
      UpstreamRetries retries) {
    return new OpenFlows(localFlows, configuration.router().patience(), http, workers, retries);
  }

  @Produces
  @Singleton
  static RoutedFlows routedFlows(
      StartupConfiguration configuration,
      LocalFlows localFlows,
      OpenFlows flows,
      Optional<RouterBroker> broker) {
    return configuration
        .router()
        .plan()
        .map(
            plan ->
                flows.open(plan, main -> broker.map(kafka -> kafka.eventsFor(main)).orElse(main)))
        .orElseGet(localFlows::withoutRouter);
  }

  @Produces
  @Singleton
  static ReadStatus readStatus(StartupConfiguration configuration, RoutedFlows flows) {
    Optional<Plan> plan = configuration.router().plan();
    return new ReadStatus(flows, plan.map(on -> on.words().subFlowIdKey()).orElse(""));
  }

  /** Empty if this server is not a router: then no other bean of the router is created. */
  @Produces
  @Singleton
  static Optional<RuleRouter> ruleRouter(
      StartupConfiguration configuration, Provider<RuleRouter> router) {
    return configuration.router().plan().map(plan -> router.get());
  }

  @Produces
  @Singleton
  static RouterDependencies routerDependencies(StartupConfiguration configuration) {
    return new RouterDependencies(configuration.router().rules(), configuration::isHosted);
  }
}
