// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.ArtemisBroker;
import io.flowmanager.platform.jms.Broker;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.Credentials;
import io.flowmanager.platform.jms.InputDestination;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.adapter.metrics.MicrometerTelemetry;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchExecutor;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.CheckPayloads;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.engine.LaneSettings;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.ReportBatch;
import io.flowmanager.saga.application.engine.TransactionsBy;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.inbox.ResettableLatch;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.store.MemoryStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Lanes over a store in memory, and sources that feed them from a real broker. */
final class JmsFixture implements AutoCloseable {

  static final String DEAD = "dead";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Telemetry telemetry = new MicrometerTelemetry(meters);
  private final MemoryStore store;
  private final Flow flow;
  private final FlowCatalog flows;
  private final Lanes lanes;
  private final List<JmsSource> sources = new ArrayList<>();
  private final AtomicInteger storeFailures = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  final ResettableLatch latch = new ResettableLatch();
  final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> poison = new AtomicReference<>("");
  private int consumers = 4;

  JmsFixture(Flow flow) {
    this(flow, new MemoryStore());
  }

  /** A node on a store that others use as well. */
  JmsFixture(Flow flow, MemoryStore store) {
    this.store = store;
    this.flow = flow;
    this.flows = new FlowCatalog(List.of(flow), Optional.empty());
    this.lanes =
        new Lanes(
            new LaneSettings(4, 50, 256),
            new BatchExecutor(
                new TransactionsBy(this::handle).withoutCache(),
                List.of(new ReportBatch(telemetry)),
                Runnable::run,
                TestSettings.noRetries()));
    lanes.start(Thread::new);
  }

  JmsFixture withConsumers(int count) {
    consumers = count;
    return this;
  }

  /** The store refuses so many of the next transactions. */
  void refuse(int transactions) {
    storeFailures.set(transactions);
  }

  /** How many transactions the store has refused. */
  int refusals() {
    return refusals.get();
  }

  /** The engine fails at each event of that saga. */
  void failAt(String saga) {
    poison.set(saga);
  }

  JmsSource open(JmsBroker broker, Address... from) {
    return open(artemis(broker), from);
  }

  static Broker artemis(JmsBroker broker) {
    var nobody = new Credentials(Optional.empty(), Optional.empty());
    return new ArtemisBroker(broker.url(), () -> nobody, Duration.ofSeconds(5));
  }

  JmsSource open(Broker broker, Address... from) {
    List<InputDestination> destinations =
        List.of(from).stream().map(address -> new InputDestination(address, "order-test")).toList();
    var input =
        new JmsInput(
            flow.name(), "test", destinations, consumers, 20, Optional.of(Address.queue(DEAD)));
    var link =
        new BrokerLink("test", broker, failures -> Duration.ofMillis(100), Clock.systemUTC());
    var around =
        new JmsDependencies(
            link,
            new ReadMessage(new UntrustedJson(100)),
            failures -> Duration.ofMillis(20),
            telemetry);
    JmsSource source =
        JmsSource.throughLanes(
            input, around, new ApplyEvents(lanes, new CheckPayloads(flows, Runnable::run)));
    sources.add(source);
    source.start(this::thread);
    return source;
  }

  private Thread thread(Runnable task) {
    var thread = new Thread(task);
    threads.add(thread);
    return thread;
  }

  private BatchResult handle(List<EngineRequest> batch) {
    latch.await();
    if (storeFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      refusals.incrementAndGet();
      throw new StoreUnavailableException("The test's store is away.", new Exception());
    }
    if (batch.stream().anyMatch(it -> isPoison(it.toApply()))) {
      throw new IllegalStateException("a bug of the engine");
    }
    return transact(batch);
  }

  private boolean isPoison(Optional<Event> event) {
    return event.filter(it -> it.saga().value().equals(poison.get())).isPresent();
  }

  private BatchResult transact(List<EngineRequest> batch) {
    var context = new BatchContext(flows, TestSettings.RELAY, new SettableClock());
    return store.ask(
        session -> new BatchTransactions(context, session.sagas(), session.inbox()).handle(batch));
  }

  void startSaga(String id) {
    var saga =
        new NewSaga(new SagaId(id), flow.name(), "entity", JsonTexts.object("{\"total\": 1}"));
    transact(List.of(new EngineRequest.Start(saga, Optional.empty())));
  }

  Saga saga(String id) {
    return store.<Saga>ask(session -> session.sagas().find(new SagaId(id)).orElseThrow());
  }

  /** How many events have moved the saga. */
  int steps(String id) {
    return history(id).size() - 1;
  }

  private List<HistoryEntry> history(String id) {
    return store.ask(session -> session.sagas().history(new SagaId(id)));
  }

  /** The sum of all counters of that name, or only of those with that tag value. */
  double count(String meter, String... tag) {
    return meters.find(meter).tags(tag).counters().stream().mapToDouble(Counter::count).sum();
  }

  @Override
  public void close() {
    sources.forEach(JmsSource::hold);
    lanes.stop(PATIENCE);
    sources.forEach(source -> source.close(PATIENCE));
  }
}
