// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.routing.OpenFlows;
import io.flowmanager.bootstrap.routing.RouterSettings.Plan;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.ExternalService;
import io.flowmanager.router.application.route.RouterWords;
import io.flowmanager.router.domain.MetadataUpsert;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonBuilderFactory;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Produces the dependencies of the rule router; not used if this server is not a router. */
@Dependent
final class RuleRouterProducers {

  @Produces
  @Singleton
  static Plan plan(StartupConfiguration configuration) {
    return configuration.router().plan().orElseThrow();
  }

  @Produces
  @Singleton
  static RouterWords words(Plan plan) {
    return plan.words();
  }

  @Produces
  @Singleton
  static MetadataUpsert upsert(Plan plan, JsonBuilderFactory builders) {
    return new MetadataUpsert(plan.arrays(), builders);
  }

  @Produces
  @Singleton
  static Optional<ExternalService> externalService(Plan plan, OpenFlows flows) {
    return flows.externalService(plan);
  }

  @Produces
  @Singleton
  static Supplier<CallKey> newKeys(Supplier<UUID> uuids) {
    return () -> new CallKey("router-" + uuids.get());
  }
}
