// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.routing.RouterSettings;
import io.flowmanager.router.application.message.ConsumeMessages;
import io.flowmanager.router.application.message.MessageCounter;
import io.flowmanager.router.application.message.Quarantine;
import io.flowmanager.router.application.message.QuarantineAdministration;
import io.flowmanager.router.application.message.RouteMessage;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Produces what the router needs for Kafka messages. */
@Dependent
final class RouterMessageProducers {

  @Produces
  @Singleton
  static Optional<RouterBroker> broker(StartupConfiguration configuration, Clock clock) {
    RouterSettings router = configuration.router();
    return router
        .plan()
        .flatMap(RouterSettings.Plan::kafka)
        .map(plan -> RouterBroker.of(plan, router.patience().timeout(), clock));
  }

  /**
   * Messages stay in quarantine when {@code MODE=KAFKA} is turned off, so this bean is produced
   * then as well.
   */
  @Produces
  @Singleton
  static Optional<QuarantineAdministration> quarantineAdministration(
      Optional<RuleRouter> router, Provider<QuarantineAdministration> administration) {
    return router.map(on -> administration.get());
  }

  @Produces
  @Singleton
  static ConsumeMessages consumeMessages(
      StartupConfiguration configuration,
      RouteMessage route,
      Quarantine quarantine,
      MessageCounter counter,
      Workers workers) {
    return new ConsumeMessages(
        route,
        quarantine,
        configuration.router().messages().patience(),
        delay ->
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, workers),
        counter);
  }

  @Produces
  @Singleton
  static RouterMessages routerMessages(
      Optional<RouterBroker> broker, Provider<RouterReader> reader) {
    return new RouterMessages(
        broker.map(open -> new RouterMessages.Open(open, reader.get().of(open))));
  }
}
