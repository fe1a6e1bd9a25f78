// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.outbox.BlockedCommandTransactions;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** The gauges. A request for metrics never waits for the database. */
@SingletonBean
public final class Gauges {

  private static final Logger LOG = System.getLogger(Gauges.class.getName());

  private final OutboxTransactions outbox;
  private final BlockedCommandTransactions blockedCommands;
  private final BacklogGauges backlogs;
  private final AtomicLong blocked = new AtomicLong();

  @Inject
  public Gauges(
      OutboxTransactions outbox,
      BlockedCommandTransactions blockedCommands,
      BacklogGauges backlogs) {
    this.outbox = outbox;
    this.blockedCommands = blockedCommands;
    this.backlogs = backlogs;
  }

  @Inject
  void register(PrometheusMeterRegistry meters, Lanes lanes, SagaCache cache) {
    register(meters, cache);
    Gauge.builder("flow_manager_lanes_waiting", lanes, Lanes::waiting)
        .description("Events and starts that wait in lanes")
        .register(meters);
    Gauge.builder("flow_manager_commands_blocked", blocked, AtomicLong::get)
        .description("Blocked commands, of all nodes; a few seconds old")
        .register(meters);
  }

  private static void register(MeterRegistry meters, SagaCache cache) {
    FunctionCounter.builder("flow_manager_saga_cache_hits", cache, SagaCache::hits)
        .description("Sagas of events that were in the saga cache")
        .register(meters);
    FunctionCounter.builder("flow_manager_saga_cache_misses", cache, SagaCache::misses)
        .description("Sagas of events that were read from the database")
        .register(meters);
    Gauge.builder("flow_manager_saga_cache_bytes", cache, SagaCache::bytes)
        .description("Estimated memory of the saga cache")
        .register(meters);
    Gauge.builder("flow_manager_saga_cache_size", cache, SagaCache::size)
        .description("Sagas in the saga cache")
        .register(meters);
  }

  /** Queries the database; to be called periodically. */
  public void refresh() {
    try {
      backlogs.show(outbox.backlogs());
      blocked.set(blockedCommands.count());
    } catch (StoreUnavailableException | TransactionalException e) {
      LOG.log(Level.DEBUG, "The stored commands could not be counted: {0}", e.getMessage());
    }
  }
}
