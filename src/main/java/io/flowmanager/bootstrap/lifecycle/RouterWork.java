// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.metrics.RouterGauge;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.Optional;

/** The recurring work of a router; none if this server is not a router. */
@SingletonBean
final class RouterWork {

  private final Optional<RuleRouter> router;
  private final Provider<RouterGauge> gauges;
  private final Duration pollInterval;

  @Inject
  RouterWork(
      Optional<RuleRouter> router,
      Provider<RouterGauge> gauges,
      StartupConfiguration configuration) {
    this.router = router;
    this.gauges = gauges;
    this.pollInterval = configuration.router().pollInterval();
  }

  void begin(Schedule schedule) {
    router.ifPresent(on -> begin(on, schedule));
  }

  private void begin(RuleRouter on, Schedule schedule) {
    RouterGauge gauge = gauges.get();
    schedule.every(RecurringWork.GAUGE_INTERVAL, gauge::refresh);
    schedule.every(pollInterval, on.finishCalls()::poll);
  }
}
