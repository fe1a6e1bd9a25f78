// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.platform.concurrent.Pauses;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.LaneSettings;
import io.flowmanager.saga.application.engine.ReportBatch;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.engine.StoreRetries;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.relay.RelayCommands;
import io.flowmanager.saga.application.telemetry.Telemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Produces the dependencies of the lanes. */
@Dependent
final class EngineProducers {

  private static final Duration FIRST_RETRY = Duration.ofMillis(20);
  private static final Duration MAX_RETRY = Duration.ofMillis(500);

  @Produces
  @Singleton
  static LaneSettings laneSettings(StartupConfiguration configuration) {
    Settings.LaneSettings lanes = configuration.settings().lanes();
    return new LaneSettings(lanes.count(), lanes.capacity(), lanes.maxBatch());
  }

  @Produces
  @Singleton
  static SagaCache sagaCache(StartupConfiguration configuration, Clock clock) {
    return new SagaCache(clock, configuration.settings().lanes().cacheBytes());
  }

  @Produces
  @Singleton
  static BatchContext batchContext(FlowCatalog flows, DeliverySettings delivery, Clock clock) {
    return new BatchContext(flows, delivery, clock);
  }

  @Produces
  @Singleton
  static StoreRetries storeRetries(StartupConfiguration configuration, Clock clock) {
    var delays = new Backoff(FIRST_RETRY, MAX_RETRY, ThreadLocalRandom::current);
    return new StoreRetries(
        configuration.settings().lanes().retryFor(), delays, clock, Pauses::pause);
  }

  /** The consumers of each committed batch, whatever the source of its events. */
  @Produces
  @Singleton
  static List<Consumer<BatchResult>> followers(RelayCommands relay, Telemetry telemetry) {
    return List.of(
        result -> relay.accept(result.dispatches(), result.steps()), new ReportBatch(telemetry));
  }
}
