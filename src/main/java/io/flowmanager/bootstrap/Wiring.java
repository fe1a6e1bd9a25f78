// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.platform.concurrent.BoundedExecutor;
import io.flowmanager.platform.id.TimeOrderedUuids;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.saga.adapter.messaging.jms.ServerTransaction;
import io.flowmanager.saga.adapter.metrics.MicrometerTelemetry;
import io.flowmanager.saga.application.ApplyEvents;
import io.flowmanager.saga.application.BatchResult;
import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.DrawDiagram;
import io.flowmanager.saga.application.EventSources;
import io.flowmanager.saga.application.FlowCatalog;
import io.flowmanager.saga.application.HandleBatch;
import io.flowmanager.saga.application.KeepOutbox;
import io.flowmanager.saga.application.LaneWork;
import io.flowmanager.saga.application.Lanes;
import io.flowmanager.saga.application.QuerySagas;
import io.flowmanager.saga.application.ReadSagas;
import io.flowmanager.saga.application.RelayCommands;
import io.flowmanager.saga.application.RelaySettings;
import io.flowmanager.saga.application.RelaySurroundings;
import io.flowmanager.saga.application.ReportBatch;
import io.flowmanager.saga.application.Telemetry;
import io.flowmanager.saga.domain.SagaId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the beans that have no annotations of their own. */
@ApplicationScoped
public class Wiring {

  private static final SagaId NO_SAGA = new SagaId("-");

  private final Boot boot;
  private final Workers workers;

  /** For the container's proxy. */
  protected Wiring() {
    this(null, null);
  }

  @Inject
  public Wiring(Boot boot, Workers workers) {
    this.boot = boot;
    this.workers = workers;
  }

  @Produces
  @Singleton
  FlowCatalog flows() {
    return boot.flows();
  }

  @Produces
  @Singleton
  RelaySettings relaySettings() {
    return boot.settings().relay();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Supplier<UUID> uuids() {
    return new TimeOrderedUuids();
  }

  @Produces
  @Singleton
  Bodies bodies() {
    Settings.BodySettings limits = boot.settings().bodies();
    return new Bodies(limits.maxBytes(), new UntrustedJson(limits.maxDepth()));
  }

  @Produces
  @Singleton
  PrometheusMeterRegistry meters() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  @Produces
  @Singleton
  Telemetry telemetry(PrometheusMeterRegistry meters) {
    return new MicrometerTelemetry(meters);
  }

  @Produces
  @Singleton
  ReadSagas readSagas(QuerySagas sagas) {
    Settings.ReaderSettings readers = boot.settings().readers();
    return new ReadSagas(sagas, new BoundedExecutor(workers, readers.threads(), readers.waiting()));
  }

  @Produces
  @Singleton
  DrawDiagram drawDiagram() {
    return new DrawDiagram(Diagrams.renderers());
  }

  @Produces
  @Singleton
  JmsLinks jmsLinks(Clock clock) {
    Settings settings = boot.settings();
    var values = new FlowChecks(boot.secrets());
    return new JmsLinks(values, settings.jms(), settings.relay().sendTimeout(), clock);
  }

  @Produces
  @Singleton
  Channels channels(JmsLinks jmsLinks) {
    var values = new FlowChecks(boot.secrets());
    return new OpenChannels(boot.settings().relay(), values, jmsLinks, workers).open(boot.flows());
  }

  @Produces
  @Singleton
  ServerTransaction serverTransaction(
      HandleBatch handleBatch, RelayCommands relay, Telemetry telemetry, QuerySagas sagas) {
    return new ServerTransaction(
        handleBatch::handle, followers(relay, telemetry), () -> sagas.find(NO_SAGA));
  }

  @Produces
  @Singleton
  EventSources eventSources(
      JmsLinks jmsLinks,
      ApplyEvents applyEvents,
      ServerTransaction transaction,
      Telemetry telemetry) {
    var jms = new JmsSources(boot.settings(), jmsLinks, applyEvents, transaction, telemetry);
    return new OpenSources(jms).open(boot.flows());
  }

  @Produces
  @Singleton
  RelayCommands relay(Channels channels, Clock clock, Telemetry telemetry, KeepOutbox outbox) {
    var surroundings =
        new RelaySurroundings(
            channels, boot.settings().relay(), clock, ThreadLocalRandom::current, telemetry);
    return new RelayCommands(surroundings, outbox::handle);
  }

  @Produces
  @Singleton
  Lanes lanes(HandleBatch handleBatch, RelayCommands relay, Telemetry telemetry) {
    Settings.LaneSettings lanes = boot.settings().lanes();
    var work = new LaneWork(handleBatch::handle, followers(relay, telemetry), workers);
    return new Lanes(lanes.count(), lanes.capacity(), lanes.maxBatch(), work);
  }

  private static List<Consumer<BatchResult>> followers(RelayCommands relay, Telemetry telemetry) {
    return List.of(relay::accept, new ReportBatch(telemetry));
  }
}
