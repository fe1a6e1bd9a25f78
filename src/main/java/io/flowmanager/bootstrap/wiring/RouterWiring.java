// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.routing.LocalFlows;
import io.flowmanager.bootstrap.routing.OpenFlows;
import io.flowmanager.bootstrap.routing.RouterSettings.Plan;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.UpstreamRetries;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.adapter.rest.RouterDependencies;
import io.flowmanager.router.application.call.CallJournal;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.CallPolicy;
import io.flowmanager.router.application.call.CallTransactions;
import io.flowmanager.router.application.call.StoreThreads;
import io.flowmanager.router.application.route.FinishCalls;
import io.flowmanager.router.application.route.ReadStatus;
import io.flowmanager.router.application.route.RouteEvent;
import io.flowmanager.router.application.route.RouteNotification;
import io.flowmanager.router.application.route.RouteSaga;
import io.flowmanager.router.application.route.RoutedFlows;
import io.flowmanager.router.application.route.Router;
import io.flowmanager.router.domain.MetadataUpsert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the beans of the router, and those that stand in for it when there is none. */
@ApplicationScoped
public class RouterWiring {

  private final StartupConfiguration boot;
  private final Workers workers;
  private final LocalFlows localFlows;

  /** For the container's proxy. */
  protected RouterWiring() {
    this(null, null, null);
  }

  @Inject
  public RouterWiring(StartupConfiguration boot, Workers workers, LocalFlows localFlows) {
    this.boot = boot;
    this.workers = workers;
    this.localFlows = localFlows;
  }

  @Produces
  @Singleton
  CallPolicy callPatience() {
    return boot.router().calls();
  }

  @Produces
  @Singleton
  OpenFlows openFlows(HttpCalls http, UpstreamRetries retries) {
    return new OpenFlows(localFlows, boot.router().patience(), http, workers, retries);
  }

  @Produces
  @Singleton
  RoutedFlows routedFlows(OpenFlows flows, Optional<RouterBroker> broker) {
    return boot.router()
        .plan()
        .map(
            plan ->
                flows.open(plan, main -> broker.map(kafka -> kafka.eventsFor(main)).orElse(main)))
        .orElseGet(localFlows::withoutRouter);
  }

  @Produces
  @Singleton
  ReadStatus readStatus(RoutedFlows flows) {
    String subFlowIdKey = boot.router().plan().map(plan -> plan.words().subFlowIdKey()).orElse("");
    return new ReadStatus(flows, subFlowIdKey);
  }

  @Produces
  @Singleton
  Optional<Router> router(
      RoutedFlows flows,
      OpenFlows opened,
      CallTransactions calls,
      StoreQueues queues,
      Supplier<UUID> uuids) {
    CallJournal journal = journal(calls, queues);
    Supplier<CallKey> newKeys = () -> new CallKey("router-" + uuids.get());
    return boot.router().plan().map(plan -> router(plan, flows, opened, journal, newKeys));
  }

  private CallJournal journal(CallTransactions calls, StoreQueues queues) {
    Settings.ReaderSettings readers = boot.settings().readers();
    return new CallJournal(
        calls,
        new StoreThreads(
            queues.open("flow-manager-router-calls", readers.threads(), readers.waiting())));
  }

  private static Router router(
      Plan plan,
      RoutedFlows flows,
      OpenFlows opened,
      CallJournal journal,
      Supplier<CallKey> newKeys) {
    var upsert = new MetadataUpsert(plan.arrays(), JsonText.builders());
    var routeSaga = new RouteSaga(flows, plan.words(), journal, newKeys, JsonText.builders());
    return new Router(
        routeSaga,
        new RouteEvent(flows, plan.words(), upsert, newKeys),
        new RouteNotification(flows, plan.words(), upsert, opened.externalService(plan), newKeys),
        new FinishCalls(routeSaga, journal),
        journal);
  }

  @Produces
  @Singleton
  RouterDependencies routerDependencies() {
    return new RouterDependencies(boot.router().rules(), boot::isHosted);
  }
}
