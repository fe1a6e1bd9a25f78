// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Connection;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts everything in order, or keeps the deployment from succeeding; stops everything in the
 * opposite order.
 *
 * <p>The beans that need settings, flows and the database come from providers: they are made once
 * the database is there. They are held from then on, since beans can no longer be looked up while
 * the server shuts down.
 */
@ApplicationScoped
public class Lifecycle {

  @Resource private ManagedThreadFactory threads;

  private final Startup startup;
  private final Schedule schedule;
  private final Provider<Opening> openings;
  private final Provider<Closing> closings;
  private final Provider<Vitals> monitors;
  private Opening opening;
  private Closing closing;
  private Vitals vitals;
  private volatile boolean running;
  private boolean stopped;
  private boolean hasBrokers;

  /** For the container's proxy. */
  protected Lifecycle() {
    this(null, null, null, null, null);
  }

  @Inject
  public Lifecycle(
      Startup startup,
      Schedule schedule,
      Provider<Opening> openings,
      Provider<Closing> closings,
      Provider<Vitals> monitors) {
    this.startup = startup;
    this.schedule = schedule;
    this.openings = openings;
    this.closings = closings;
    this.monitors = monitors;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    Deployment deployment = Deployment.ofThisThread();
    startup.begin(() -> open(deployment));
  }

  /** Once the database is there. */
  private synchronized void open(Deployment deployment) {
    if (stopped) {
      return;
    }
    opening = openings.get();
    vitals = monitors.get();
    Closing madeInTime = closings.get();
    opening.startEngine(threads);
    closing = madeInTime;
    running = true;
    schedule.later(() -> beginAfter(deployment));
    opening.log();
  }

  private synchronized void beginAfter(Deployment deployment) {
    if (!running) {
      return;
    }
    if (!deployment.isOver()) {
      schedule.later(() -> beginAfter(deployment));
      return;
    }
    opening.startBrokers(threads, schedule);
    hasBrokers = true;
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    stop();
  }

  /** Finishes accepted work and stops; later calls do nothing. */
  synchronized void stop() {
    stopped = true;
    startup.cancel();
    if (closing == null) {
      Closing.ofNothing();
    }
    if (!running) {
      return;
    }
    running = false;
    schedule.cancel();
    closing.run(hasBrokers);
  }

  /** Whether events are accepted. */
  public boolean isRunning() {
    return running;
  }

  /**
   * The names of everything that has waiting work and makes no progress; empty while nothing runs.
   */
  public List<String> standstills() {
    return running ? vitals.standstills() : List.of();
  }

  /** For every channel with a connection, whether it is up; empty while nothing runs. */
  public Map<Channels.Key, Connection> connections() {
    return running ? vitals.connections() : Map.of();
  }

  /** The state of the router's cluster, if it has one. */
  public Optional<BrokerState> routerConnection() {
    return running ? vitals.routerConnection() : Optional.empty();
  }
}
