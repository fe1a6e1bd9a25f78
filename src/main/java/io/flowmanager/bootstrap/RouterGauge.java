// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.router.application.KeepParked;
import io.flowmanager.router.application.RoutingException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** How many messages are parked. Whoever fetches metrics never waits for the database. */
final class RouterGauge {

  private static final Logger LOG = System.getLogger(RouterGauge.class.getName());

  private final KeepParked messages;
  private final AtomicLong parked = new AtomicLong();

  RouterGauge(KeepParked messages, MeterRegistry meters) {
    this.messages = messages;
    Gauge.builder("flow_manager_router_parked", parked, AtomicLong::get)
        .description("Messages of all nodes that the router has parked; some seconds old")
        .register(meters);
  }

  /** Asks the database; to be called now and then. */
  void refresh() {
    try {
      parked.set(messages.count());
    } catch (RoutingException | TransactionalException e) {
      LOG.log(Level.DEBUG, "The parked messages could not be counted: {0}", e.getMessage());
    }
  }
}
