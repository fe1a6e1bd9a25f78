// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.saga.application.KeepBlocked;
import io.flowmanager.saga.application.KeepOutbox;
import io.flowmanager.saga.application.Lanes;
import io.flowmanager.saga.application.RecentSagas;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that are asked for and not counted. Whoever fetches metrics never waits for the database.
 */
final class Gauges {

  private static final Logger LOG = System.getLogger(Gauges.class.getName());

  private final KeepOutbox outbox;
  private final KeepBlocked blockedCommands;
  private final BacklogGauges backlogs;
  private final AtomicLong blocked = new AtomicLong();

  Gauges(KeepOutbox outbox, KeepBlocked blockedCommands, BacklogGauges backlogs) {
    this.outbox = outbox;
    this.blockedCommands = blockedCommands;
    this.backlogs = backlogs;
  }

  void register(MeterRegistry meters, Lanes lanes, RecentSagas cache) {
    register(meters, cache);
    Gauge.builder("flow_manager_lanes_waiting", lanes, Lanes::waiting)
        .description("Events and starts that wait in lanes")
        .register(meters);
    Gauge.builder("flow_manager_commands_blocked", blocked, AtomicLong::get)
        .description(
            "Commands of all nodes that wait for their flow to be mended; some seconds old")
        .register(meters);
  }

  private static void register(MeterRegistry meters, RecentSagas cache) {
    FunctionCounter.builder("flow_manager_saga_cache_hits", cache, RecentSagas::hits)
        .description("Sagas of events that this node had in memory")
        .register(meters);
    FunctionCounter.builder("flow_manager_saga_cache_misses", cache, RecentSagas::misses)
        .description("Sagas of events that had to be read from the database")
        .register(meters);
    Gauge.builder("flow_manager_saga_cache_bytes", cache, RecentSagas::bytes)
        .description("About how much memory sagas take that were moved a moment ago")
        .register(meters);
    Gauge.builder("flow_manager_saga_cache_size", cache, RecentSagas::size)
        .description("Sagas that were moved a moment ago and are in memory")
        .register(meters);
  }

  /** Asks the database; to be called now and then. */
  void refresh() {
    try {
      backlogs.show(outbox.backlogs());
      blocked.set(blockedCommands.count());
    } catch (StoreUnavailableException | TransactionalException e) {
      LOG.log(Level.DEBUG, "The stored commands could not be counted: {0}", e.getMessage());
    }
  }
}
