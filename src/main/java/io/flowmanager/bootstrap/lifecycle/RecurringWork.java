// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.metrics.Gauges;
import io.flowmanager.bootstrap.metrics.Watchdog;
import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;
import java.time.Duration;

/** The recurring work of a running engine. */
@SingletonBean
final class RecurringWork {

  static final Duration GAUGE_INTERVAL = Duration.ofSeconds(5);
  private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LETTER_INTERVAL = Duration.ofSeconds(1);

  private final Engine engine;
  private final Gauges gauges;
  private final Watchdog watchdog;
  private final Duration pollInterval;
  private final BackgroundWork background;

  @Inject
  RecurringWork(
      Engine engine,
      Gauges gauges,
      Watchdog watchdog,
      StartupConfiguration configuration,
      BackgroundWork background) {
    this.engine = engine;
    this.gauges = gauges;
    this.watchdog = watchdog;
    this.pollInterval = configuration.settings().pollInterval();
    this.background = background;
  }

  void begin(Schedule schedule) {
    schedule.every(pollInterval, engine.relay()::poll);
    schedule.every(GAUGE_INTERVAL, gauges::refresh);
    schedule.every(WATCH_INTERVAL, watchdog::look);
    engine.deadLetters().tasks().forEach(task -> schedule.every(LETTER_INTERVAL, task));
    background.begin(schedule);
  }
}
