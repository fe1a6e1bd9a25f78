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

/** The number of quarantined messages. A request for metrics never waits for the database. */
@SingletonBean
public final class RouterGauge {

  private static final Logger LOG = System.getLogger(RouterGauge.class.getName());

  private final QuarantineTransactions messages;
  private final AtomicLong quarantined = new AtomicLong();

  @Inject
  public RouterGauge(QuarantineTransactions messages, PrometheusMeterRegistry meters) {
    this.messages = messages;
    Gauge.builder("flow_manager_router_parked", quarantined, AtomicLong::get)
        .description("Kafka messages in the router's quarantine, of all nodes; a few seconds old")
        .register(meters);
  }

  /** Queries the database; to be called periodically. */
  public void refresh() {
    try {
      quarantined.set(messages.count());
    } catch (RoutingException | TransactionalException e) {
      LOG.log(Level.DEBUG, "The quarantined messages could not be counted: {0}", e.getMessage());
    }
  }
}
