// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.bootstrap.wiring.StoreQueues;
import io.flowmanager.router.adapter.metrics.MicrometerMessageCounter;
import io.flowmanager.router.adapter.metrics.MicrometerResetCounter;
import io.flowmanager.router.application.message.MessageCounter;
import io.flowmanager.router.application.message.ResetCounter;
import io.flowmanager.saga.adapter.metrics.MicrometerRetentionMeter;
import io.flowmanager.saga.adapter.metrics.MicrometerTelemetry;
import io.flowmanager.saga.application.retention.RetentionMeter;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.Stream;

/** Produces the registry of metrics, and the beans that write to it. */
@Dependent
final class MetricsProducers {

  @Produces
  @Singleton
  static PrometheusMeterRegistry meters() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  @Produces
  @Singleton
  static Telemetry telemetry(PrometheusMeterRegistry meters) {
    return new MicrometerTelemetry(meters);
  }

  @Produces
  @Singleton
  static RetentionMeter retentionMeter(PrometheusMeterRegistry meters, Clock clock) {
    return new MicrometerRetentionMeter(meters, clock);
  }

  @Produces
  @Singleton
  static MessageCounter messageCounter(PrometheusMeterRegistry meters) {
    return new MicrometerMessageCounter(meters);
  }

  @Produces
  @Singleton
  static ResetCounter resetCounter(PrometheusMeterRegistry meters) {
    return new MicrometerResetCounter(meters);
  }

  @Produces
  @Singleton
  static Watchdog watchdog(StartupConfiguration configuration, Engine engine, StoreQueues queues) {
    return new Watchdog(
        configuration.settings().watchdog(),
        limit ->
            Stream.concat(engine.standstills(limit).stream(), queues.standstills(limit).stream())
                .toList(),
        System.getLogger("io.flowmanager"));
  }
}
