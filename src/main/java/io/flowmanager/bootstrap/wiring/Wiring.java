// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.channels.JmsLinks;
import io.flowmanager.bootstrap.channels.JmsSources;
import io.flowmanager.bootstrap.channels.KafkaWatches;
import io.flowmanager.bootstrap.channels.OpenChannels;
import io.flowmanager.bootstrap.channels.OpenSources;
import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.bootstrap.flows.FlowExaminers;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.platform.concurrent.BoundedExecutor;
import io.flowmanager.platform.concurrent.Pauses;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.id.TimeOrderedUuids;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaDependencies;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchExecutor;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.CheckPayloads;
import io.flowmanager.saga.application.engine.ConsumeMessages;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.ProcessBatch;
import io.flowmanager.saga.application.engine.ReportBatch;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.engine.StoreRetries;
import io.flowmanager.saga.application.flow.DrawDiagram;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.flow.LintFlow;
import io.flowmanager.saga.application.inbox.EventSources;
import io.flowmanager.saga.application.inbox.ForwardDeadLetters;
import io.flowmanager.saga.application.inbox.InboxTransactions;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.outbox.BlockedCommandAdministration;
import io.flowmanager.saga.application.outbox.BlockedCommandTransactions;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.relay.RelayCommands;
import io.flowmanager.saga.application.relay.RelayDependencies;
import io.flowmanager.saga.application.relay.RunHooks;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.telemetry.Telemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the beans that have no annotations of their own. */
@ApplicationScoped
public class Wiring {

  private static final Duration FIRST_RETRY = Duration.ofMillis(20);
  private static final Duration MAX_RETRY = Duration.ofMillis(500);
  private static final int MOST_WAITING_LINTS = 10;
  private static final int MOST_WAITING_CHECKS = 1000;

  private final StartupConfiguration boot;
  private final Workers workers;

  /** For the container's proxy. */
  protected Wiring() {
    this(null, null);
  }

  @Inject
  public Wiring(StartupConfiguration boot, Workers workers) {
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
  DeliverySettings relaySettings() {
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
  BoundedExecutor readers(StoreQueues queues) {
    Settings.ReaderSettings readers = boot.settings().readers();
    return queues.open("flow-manager-readers", readers.threads(), readers.waiting());
  }

  @Produces
  @Singleton
  ReadSagas readSagas(QuerySagas sagas, BoundedExecutor readers) {
    return new ReadSagas(sagas, readers);
  }

  @Produces
  @Singleton
  BlockedCommandAdministration tendBlocked(
      BlockedCommandTransactions blocked, BoundedExecutor readers) {
    return new BlockedCommandAdministration(blocked, readers);
  }

  @Produces
  @Singleton
  LintFlow lintFlow() {
    return new LintFlow(
        FlowExaminers.withoutSecrets()::lint,
        new BoundedExecutor("flow-manager-lint", workers, 1, MOST_WAITING_LINTS));
  }

  @Produces
  @Singleton
  DrawDiagram drawDiagram() {
    return new DrawDiagram(Diagrams.renderers());
  }

  @Produces
  @Singleton
  KafkaWatches kafkaWatches(Clock clock) {
    return new KafkaWatches(new FlowChecks(boot.secrets()), clock);
  }

  @Produces
  @Singleton
  HttpCalls httpCalls() {
    return new HttpCalls(workers);
  }

  void close(@Disposes HttpCalls calls) {
    calls.close();
  }

  @Produces
  @Singleton
  Channels channels(KafkaWatches watches, JmsLinks links, HttpCalls http) {
    var values = new FlowChecks(boot.secrets());
    return new OpenChannels(boot.settings().relay(), values, watches, links, http)
        .open(boot.flows());
  }

  @Produces
  @Singleton
  ReadMessage messages() {
    return new ReadMessage(new UntrustedJson(boot.settings().bodies().maxDepth()));
  }

  @Produces
  @Singleton
  KafkaDependencies kafkaSurroundings(
      ConsumeMessages engine,
      InboxTransactions inbox,
      ReadMessage messages,
      Telemetry telemetry,
      Clock clock) {
    return new KafkaDependencies(engine::handle, inbox, messages, workers, telemetry, clock);
  }

  @Produces
  @Singleton
  EventSources eventSources(KafkaWatches watches, KafkaDependencies kafka, JmsSources jms) {
    return new OpenSources(watches, kafka, boot.settings().kafkaInFlight(), jms).open(boot.flows());
  }

  @Produces
  @Singleton
  ForwardDeadLetters deadLetters(
      KafkaWatches watches, InboxTransactions inbox, Telemetry telemetry, Clock clock) {
    Duration patience = boot.settings().relay().sendTimeout();
    return new ForwardDeadLetters(
        OpenSources.deadLetters(boot.flows(), watches, patience),
        inbox,
        telemetry,
        clock,
        patience);
  }

  @Produces
  @Singleton
  RunHooks runHooks(QuerySagas sagas) {
    int threads = boot.settings().scripts().threads();
    return new RunHooks(boot.flows(), sagas::find, workers.forScripts(), threads);
  }

  @Produces
  @Singleton
  RelayDependencies surroundings(
      Channels channels, Clock clock, Telemetry telemetry, RunHooks hooks) {
    return new RelayDependencies(
        channels, boot.settings().relay(), clock, ThreadLocalRandom::current, telemetry, hooks);
  }

  @Produces
  @Singleton
  RelayCommands relay(RelayDependencies surroundings, OutboxTransactions outbox) {
    return new RelayCommands(surroundings, outbox::handle);
  }

  @Produces
  @Singleton
  SagaCache sagaCache(Clock clock) {
    return new SagaCache(clock, boot.settings().lanes().cacheBytes());
  }

  @Produces
  @Singleton
  BatchContext batchContext(Clock clock) {
    return new BatchContext(boot.flows(), boot.settings().relay(), clock);
  }

  @Produces
  @Singleton
  ProcessBatch processBatch(
      BatchTransactions transactions, SagaStore store, SagaCache cache, BatchContext context) {
    return new ProcessBatch(transactions, store, cache, context);
  }

  @Produces
  @Singleton
  Lanes lanes(ProcessBatch batches, RelayCommands relay, Telemetry telemetry, Clock clock) {
    Settings.LaneSettings lanes = boot.settings().lanes();
    var delays = new Backoff(FIRST_RETRY, MAX_RETRY, ThreadLocalRandom::current);
    var retries = new StoreRetries(lanes.retryFor(), delays, clock, Pauses::pause);
    var work = new BatchExecutor(batches, followers(relay, telemetry), workers, retries);
    return new Lanes(lanes.count(), lanes.capacity(), lanes.maxBatch(), work);
  }

  @Produces
  @Singleton
  CheckPayloads checkPayloads() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new CheckPayloads(
        boot.flows(),
        new BoundedExecutor("flow-manager-checks", workers, threads, MOST_WAITING_CHECKS));
  }

  /** Who hears of a committed batch, on whichever way it came. */
  static List<Consumer<BatchResult>> followers(RelayCommands relay, Telemetry telemetry) {
    return List.of(
        result -> relay.accept(result.dispatches(), result.steps()), new ReportBatch(telemetry));
  }
}
