// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.outbox.Backlog;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How many commands wait for each channel, and for how long. */
@SingletonBean
public final class BacklogGauges {

  private static final double MILLIS = 1000;

  private final Channels channels;
  private final Clock clock;
  private final MultiGauge pending;
  private final MultiGauge ages;

  @Inject
  public BacklogGauges(Channels channels, Clock clock, PrometheusMeterRegistry meters) {
    this.channels = channels;
    this.clock = clock;
    this.pending =
        MultiGauge.builder("flow_manager_commands_pending")
            .description("Undelivered commands of all nodes; a few seconds old")
            .register(meters);
    this.ages =
        MultiGauge.builder("flow_manager_commands_oldest_pending_seconds")
            .description("Age of the oldest undelivered command of all nodes")
            .register(meters);
    show(List.of());
  }

  /** A channel with nothing to send shows zero, because alerts need a value. */
  void show(List<Backlog> backlogs) {
    Map<Channels.Key, Optional<Backlog>> byChannel = new HashMap<>();
    channels.keys().forEach(key -> byChannel.put(key, Optional.empty()));
    backlogs.forEach(
        backlog ->
            byChannel.put(
                new Channels.Key(backlog.flow(), backlog.channel()), Optional.of(backlog)));
    pending.register(rows(byChannel, Backlog::commands), true);
    ages.register(rows(byChannel, this::age), true);
  }

  private static List<MultiGauge.Row<?>> rows(
      Map<Channels.Key, Optional<Backlog>> byChannel, Function<Backlog, Number> number) {
    return byChannel.entrySet().stream()
        .<MultiGauge.Row<?>>map(
            entry ->
                MultiGauge.Row.of(
                    tags(entry.getKey()), () -> entry.getValue().map(number).orElse(0)))
        .toList();
  }

  private static Tags tags(Channels.Key key) {
    return Tags.of("flow", key.flow().value(), "channel", key.channel());
  }

  private double age(Backlog backlog) {
    return Math.max(0, Duration.between(backlog.oldest(), clock.instant()).toMillis()) / MILLIS;
  }
}
