// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.routing.RouterSettings;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.router.adapter.messaging.kafka.KafkaMessages;
import io.flowmanager.router.adapter.metrics.MicrometerMessageCounter;
import io.flowmanager.router.adapter.metrics.MicrometerResetCounter;
import io.flowmanager.router.application.call.StoreThreads;
import io.flowmanager.router.application.message.ConsumeMessages;
import io.flowmanager.router.application.message.Quarantine;
import io.flowmanager.router.application.message.QuarantineAdministration;
import io.flowmanager.router.application.message.QuarantineTransactions;
import io.flowmanager.router.application.message.RouteMessage;
import io.flowmanager.router.application.route.Router;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Makes what the router needs for messages of Kafka. */
@ApplicationScoped
public class RouterMessaging {

  private final StartupConfiguration boot;
  private final Workers workers;

  /** For the container's proxy. */
  protected RouterMessaging() {
    this(null, null);
  }

  @Inject
  public RouterMessaging(StartupConfiguration boot, Workers workers) {
    this.boot = boot;
    this.workers = workers;
  }

  @Produces
  @Singleton
  Optional<RouterBroker> broker(Clock clock) {
    RouterSettings router = boot.router();
    return router
        .plan()
        .flatMap(RouterSettings.Plan::kafka)
        .map(plan -> RouterBroker.of(plan, router.patience().timeout(), clock));
  }

  /** Each message asks the store, so threads of their own: what waits is bounded by the readers. */
  @Produces
  @Singleton
  Quarantine parkingLot(QuarantineTransactions messages, StoreQueues queues) {
    int threads = boot.settings().readers().threads();
    return new Quarantine(
        messages,
        new StoreThreads(queues.open("flow-manager-router-messages", threads, Integer.MAX_VALUE)));
  }

  /** Messages stay parked when a router leaves {@code MODE=KAFKA}, and so do these calls. */
  @Produces
  @Singleton
  Optional<QuarantineAdministration> tendParked(Optional<Router> router, Quarantine parked) {
    return router.map(on -> new QuarantineAdministration(parked, route(on)));
  }

  private static RouteMessage route(Router router) {
    return new RouteMessage(router.routeEvent(), router.routeNotification());
  }

  @Produces
  @Singleton
  RouterMessages messages(
      Optional<RouterBroker> broker,
      Optional<Router> router,
      Quarantine parked,
      PrometheusMeterRegistry meters,
      Clock clock) {
    return new RouterMessages(
        broker.map(
            open -> {
              ConsumeMessages messages =
                  consume(router.orElseThrow(), parked, new MicrometerMessageCounter(meters));
              var handling =
                  new KafkaMessages.Handling(messages, new MicrometerResetCounter(meters));
              return new RouterMessages.Open(open, reader(open, handling, clock));
            }));
  }

  private ConsumeMessages consume(
      Router router, Quarantine parked, MicrometerMessageCounter counter) {
    return new ConsumeMessages(
        route(router), parked, boot.router().messages().patience(), this::later, counter);
  }

  private KafkaMessages reader(RouterBroker broker, KafkaMessages.Handling handling, Clock clock) {
    return new KafkaMessages(
        broker.topics(boot.router().messages().maxInFlight()),
        new UntrustedJson(boot.settings().bodies().maxDepth()),
        handling,
        broker.watch(),
        clock);
  }

  private Executor later(Duration delay) {
    return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, workers);
  }
}
