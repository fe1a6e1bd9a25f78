// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.metrics.BacklogGauges;
import io.flowmanager.bootstrap.metrics.Gauges;
import io.flowmanager.bootstrap.metrics.RouterGauge;
import io.flowmanager.bootstrap.metrics.Watchdog;
import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.bootstrap.wiring.RouterMessages;
import io.flowmanager.bootstrap.wiring.StoreQueues;
import io.flowmanager.bootstrap.wiring.Workers;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.rest.OpenExchanges;
import io.flowmanager.router.application.call.CallTransactions;
import io.flowmanager.router.application.message.QuarantineTransactions;
import io.flowmanager.router.application.route.FinishCalls;
import io.flowmanager.router.application.route.Router;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.flow.ArchiveFlows;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.inbox.EventSources;
import io.flowmanager.saga.application.inbox.ForwardDeadLetters;
import io.flowmanager.saga.application.inbox.InboxTransactions;
import io.flowmanager.saga.application.outbox.BlockedCommandTransactions;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.relay.RelayCommands;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.domain.SagaId;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts everything in order, or keeps the deployment from succeeding; stops everything in the
 * opposite order.
 */
@ApplicationScoped
public class Lifecycle {

  private static final Logger LOG = System.getLogger("io.flowmanager");
  private static final Duration GAUGE_INTERVAL = Duration.ofSeconds(5);
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);
  private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LETTER_INTERVAL = Duration.ofSeconds(1);
  private static final int ARCHIVE_TRIES = 3;

  /** The launcher of the microbundle looks whether the stop has lost nothing. */
  private static final String COMPLETE = "flow-manager.stop.complete";

  private static final SagaId NO_SAGA = new SagaId("-");

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService scheduler;

  private final StartupConfiguration boot;
  private final Startup startup;
  private final ArchiveFlows archive;
  private final Instance<Object> parts;
  private final Instance<Optional<Router>> router;
  private final List<ScheduledFuture<?>> schedules = new ArrayList<>();
  private Engine engine;
  private RouterMessages routerMessages;
  private Watchdog watchdog;
  private OpenExchanges exchanges;
  private Duration stopPatience;
  private volatile boolean running;
  private boolean stopped;
  private boolean hasBrokers;

  private record Recurring(Duration interval, Runnable task) {}

  /** For the container's proxy. */
  protected Lifecycle() {
    this(null, null, null, null, null);
  }

  @Inject
  public Lifecycle(
      StartupConfiguration boot,
      Startup startup,
      ArchiveFlows archive,
      Instance<Object> parts,
      Instance<Optional<Router>> router) {
    this.boot = boot;
    this.startup = startup;
    this.archive = archive;
    this.parts = parts;
    this.router = router;
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
    Settings settings = boot.settings();
    keepFlows(ARCHIVE_TRIES);
    touchResources();
    part(BlockedCommandTransactions.class).letGoOfOthers();
    exchanges = part(OpenExchanges.class);
    engine =
        new Engine(
            part(Lanes.class),
            part(RelayCommands.class),
            part(Channels.class),
            part(EventSources.class),
            part(ForwardDeadLetters.class));
    routerMessages = part(RouterMessages.class);
    engine.start(threads);
    PrometheusMeterRegistry meters = part(PrometheusMeterRegistry.class);
    var backlogs = new BacklogGauges(engine.channels(), part(Clock.class), meters);
    var gauges =
        new Gauges(
            part(OutboxTransactions.class), part(BlockedCommandTransactions.class), backlogs);
    gauges.register(meters, engine.lanes(), part(SagaCache.class));
    StoreQueues queues = part(StoreQueues.class);
    watchdog =
        new Watchdog(
            settings.watchdog(),
            limit ->
                Stream.concat(
                        engine.standstills(limit).stream(), queues.standstills(limit).stream())
                    .toList(),
            LOG);
    stopPatience = settings.stopPatience();
    running = true;
    List<Recurring> work = recurring(settings, gauges, meters);
    later(() -> beginAfter(deployment, work));
    LOG.log(Level.INFO, "Flow Manager plays {0}.", names());
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    stop();
  }

  private List<Recurring> recurring(
      Settings settings, Gauges gauges, PrometheusMeterRegistry meters) {
    List<Recurring> work = new ArrayList<>();
    work.add(new Recurring(settings.pollInterval(), engine.relay()::poll));
    work.add(new Recurring(GAUGE_INTERVAL, gauges::refresh));
    work.add(new Recurring(WATCH_INTERVAL, watchdog::look));
    engine.deadLetters().tasks().forEach(task -> work.add(new Recurring(LETTER_INTERVAL, task)));
    if (router.get().isPresent()) {
      var gauge = new RouterGauge(part(QuarantineTransactions.class), meters);
      work.add(new Recurring(GAUGE_INTERVAL, gauge::refresh));
    }
    router.get().map(Router::finishCalls).map(this::finishing).ifPresent(work::add);
    return work;
  }

  private Recurring finishing(FinishCalls calls) {
    LOG.log(
        Level.INFO,
        "Flow Manager routes by {0} rules.",
        Integer.toString(boot.router().rules().rules().size()));
    return new Recurring(boot.router().pollInterval(), calls::poll);
  }

  private synchronized void beginAfter(Deployment deployment, List<Recurring> work) {
    if (!running) {
      return;
    }
    if (!deployment.isOver()) {
      later(() -> beginAfter(deployment, work));
      return;
    }
    engine.startBrokers(threads);
    routerMessages.start(threads);
    hasBrokers = true;
    work.forEach(this::every);
  }

  private void later(Runnable look) {
    schedules.add(scheduler.schedule(look, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void every(Recurring work) {
    long millis = work.interval().toMillis();
    schedules.add(scheduler.scheduleWithFixedDelay(work.task(), 0, millis, TimeUnit.MILLISECONDS));
  }

  /** Finishes what has been taken in, once; later calls do nothing. */
  synchronized void stop() {
    stopped = true;
    startup.cancel();
    if (engine == null) {
      // Nothing was taken in.
      System.setProperty(COMPLETE, Boolean.toString(true));
    }
    if (!running) {
      return;
    }
    running = false;
    Deadline deadline = Deadline.after(stopPatience);
    schedules.forEach(schedule -> schedule.cancel(false));
    exchanges.close();
    if (hasBrokers) {
      engine.hold();
      routerMessages.stopReading(half(deadline));
    }
    boolean isAnswered = exchanges.awaitNone(half(deadline));
    boolean isHandled = engine.stop(deadline, hasBrokers);
    if (hasBrokers) {
      routerMessages.close();
    }
    System.setProperty(COMPLETE, Boolean.toString(isHandled));
    LOG.log(
        isHandled ? Level.INFO : Level.WARNING,
        "Flow Manager has stopped. Answered all callers: {0}; handled all it took in: {1}.",
        isAnswered,
        isHandled);
  }

  /** Of what is left, so that something is left for those who stop later. */
  private static Duration half(Deadline deadline) {
    return deadline.remaining().dividedBy(2);
  }

  /**
   * Another node may keep the same version at the same moment; then it is there at the second try.
   */
  private void keepFlows(int tries) {
    try {
      archive.handle();
    } catch (RuntimeException e) {
      if (tries == 1) {
        throw e;
      }
      keepFlows(tries - 1);
    }
  }

  /**
   * Beans with injected resources are made here and now, where the server knows the application. On
   * a thread of ours, Payara would make them without their resources and say nothing. It is also a
   * first proof that the tables can be read.
   */
  private void touchResources() {
    part(QuerySagas.class).find(NO_SAGA);
    part(OutboxTransactions.class).backlogs();
    part(InboxTransactions.class).positions(Set.of());
    part(CallTransactions.class).unfinished(1);
    part(QuarantineTransactions.class).count();
    part(Workers.class).execute(() -> {});
  }

  /** Whether events are taken in. */
  public boolean isRunning() {
    return running;
  }

  /** The names of what holds work and does not come forward; nothing while nothing runs. */
  public List<String> standstills() {
    return running ? watchdog.look() : List.of();
  }

  /** Of every channel with a connection, whether it is up; empty while nothing runs. */
  public Map<Channels.Key, Connection> connections() {
    return running ? engine.connections() : Map.of();
  }

  /** Of the router's cluster, if it has one. */
  public Optional<BrokerState> routerConnection() {
    return running ? routerMessages.state() : Optional.empty();
  }

  private String names() {
    return String.join(
        ", ",
        part(FlowCatalog.class).all().stream()
            .map(flow -> flow.name() + " (version " + flow.version() + ")")
            .toList());
  }

  private <T> T part(Class<T> type) {
    return parts.select(type).get();
  }
}
