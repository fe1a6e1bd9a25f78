// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.saga.application.Backlog;
import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.KeepOutbox;
import io.flowmanager.saga.application.Lanes;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Numbers that are asked for and not counted. Whoever fetches metrics never waits for the database.
 */
final class Gauges {

  private static final Logger LOG = System.getLogger(Gauges.class.getName());
  private static final double MILLIS = 1000;

  private final KeepOutbox outbox;
  private final Clock clock;
  private final Channels channels;
  private final MultiGauge pending;
  private final MultiGauge ages;

  Gauges(KeepOutbox outbox, Clock clock, Channels channels, MeterRegistry meters) {
    this.outbox = outbox;
    this.clock = clock;
    this.channels = channels;
    this.pending =
        MultiGauge.builder("flow_manager_commands_pending")
            .description("Commands of all nodes that are not delivered; some seconds old")
            .register(meters);
    this.ages =
        MultiGauge.builder("flow_manager_commands_oldest_pending_seconds")
            .description("Age of the oldest command of all nodes that is not delivered")
            .register(meters);
    show(List.of());
  }

  void register(MeterRegistry meters, Lanes lanes) {
    Gauge.builder("flow_manager_lanes_waiting", lanes, Lanes::waiting)
        .description("Events and starts that wait in lanes")
        .register(meters);
  }

  /** Asks the database; to be called now and then. */
  void refresh() {
    try {
      show(outbox.backlogs());
    } catch (StoreUnavailableException | TransactionalException e) {
      LOG.log(Level.DEBUG, "The pending commands could not be counted: {0}", e.getMessage());
    }
  }

  /** A channel with nothing to send shows zero: a number that vanishes cannot be watched. */
  private void show(List<Backlog> backlogs) {
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
