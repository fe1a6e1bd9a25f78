// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.relay.RelayDependencies;
import io.flowmanager.saga.application.relay.RunHooks;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.telemetry.Telemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** Produces the dependencies of the relay. */
@Dependent
final class RelayProducers {

  @Produces
  @Singleton
  static DeliverySettings deliverySettings(StartupConfiguration configuration) {
    return configuration.settings().relay();
  }

  @Produces
  @Singleton
  static RunHooks runHooks(
      StartupConfiguration configuration,
      FlowCatalog flows,
      QuerySagas sagas,
      @ThreadsFor(Work.HOOKS) Executor threads) {
    return new RunHooks(flows, sagas::find, threads, configuration.settings().scripts().threads());
  }

  @Produces
  @Singleton
  static RelayDependencies relayDependencies(
      Channels channels,
      DeliverySettings settings,
      Clock clock,
      Telemetry telemetry,
      RunHooks hooks) {
    return new RelayDependencies(
        channels, settings, clock, ThreadLocalRandom::current, telemetry, hooks);
  }
}
