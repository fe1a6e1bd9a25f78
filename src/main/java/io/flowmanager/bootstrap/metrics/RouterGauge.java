// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.message.QuarantineTransactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** How many messages are in quarantine. Whoever fetches metrics never waits for the database. */
@SingletonBean
public final class RouterGauge {

  private static final Logger LOG = System.getLogger(RouterGauge.class.getName());

  private final QuarantineTransactions messages;
  private final AtomicLong quarantined = new AtomicLong();

  @Inject
  public RouterGauge(QuarantineTransactions messages, PrometheusMeterRegistry meters) {
    this.messages = messages;
    Gauge.builder("flow_manager_router_parked", quarantined, AtomicLong::get)
        .description("Messages of all nodes that the router has in quarantine; some seconds old")
        .register(meters);
  }

  /** Asks the database; to be called now and then. */
  public void refresh() {
    try {
      quarantined.set(messages.count());
    } catch (RoutingException | TransactionalException e) {
      LOG.log(Level.DEBUG, "The quarantined messages could not be counted: {0}", e.getMessage());
    }
  }
}
