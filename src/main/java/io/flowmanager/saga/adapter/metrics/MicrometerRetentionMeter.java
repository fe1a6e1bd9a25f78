// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.metrics;

import io.flowmanager.saga.application.retention.RetentionMeter;
import io.flowmanager.saga.domain.flow.FlowName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in a Micrometer registry. */
public final class MicrometerRetentionMeter implements RetentionMeter {

  private static final double MILLIS = 1000;

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<FlowName, Instant> oldest = new ConcurrentHashMap<>();
  private volatile double seconds;

  public MicrometerRetentionMeter(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    Gauge.builder("flow_manager_retention_round_seconds", this, meter -> meter.seconds)
        .description("How long the last round of this node took that deleted finished sagas")
        .register(registry);
  }

  @Override
  public void deleted(FlowName flow, int sagas) {
    count("flow_manager_retention_deleted", "Sagas that were deleted", flow, sagas);
  }

  @Override
  public void archived(FlowName flow, int sagas) {
    count("flow_manager_retention_archived", "Sagas written into the archive", flow, sagas);
  }

  private void count(String name, String description, FlowName flow, int sagas) {
    Counter.builder(name)
        .description(description)
        .tag("flow", flow.value())
        .register(registry)
        .increment(sagas);
  }

  @Override
  public void keepsAll(FlowName flow, boolean all) {
    Gauge.builder("flow_manager_retention_keeps_all", () -> all ? 1 : 0)
        .description("1 for a flow that keeps all its sagas")
        .tag("flow", flow.value())
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void oldest(FlowName flow, Optional<Instant> finalSince) {
    finalSince.ifPresentOrElse(since -> oldest.put(flow, since), () -> oldest.remove(flow));
    Gauge.builder("flow_manager_retention_oldest_final_seconds", this, meter -> meter.age(flow))
        .description("Time since the final step of the oldest finished saga, nearly")
        .tag("flow", flow.value())
        .register(registry);
  }

  @Override
  public void roundEnded(Duration duration) {
    seconds = duration.toMillis() / MILLIS;
  }

  private double age(FlowName flow) {
    return Optional.ofNullable(oldest.get(flow))
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis()) / MILLIS)
        .orElse(0.0);
  }
}
