// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchExecutor;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.engine.LaneSettings;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.TransactionsBy;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.inbox.ResettableLatch;
import io.flowmanager.saga.application.inbox.InboxTransactions;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.store.MemoryStore;
import io.flowmanager.testing.store.SharedInbox;
import io.flowmanager.testing.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A node with lanes and one Kafka source, on a store that several nodes may share. */
final class KafkaNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(4);

  private final MemoryStore store;
  private final FlowCatalog flows;
  private final Lanes lanes;
  private final KafkaSource source;
  final ResettableLatch latch = new ResettableLatch();
  final SilentTelemetry telemetry = new SilentTelemetry();
  final List<Answer> answers = new CopyOnWriteArrayList<>();
  final List<Thread> threads = new CopyOnWriteArrayList<>();
  final AtomicInteger enqueued = new AtomicInteger();
  final AtomicInteger failures = new AtomicInteger();
  volatile boolean storeIsDown;

  KafkaNode(MemoryStore store, Flow flow, KafkaInput input, KafkaBroker broker) {
    this.store = store;
    this.flows = new FlowCatalog(List.of(flow), Optional.empty());
    this.lanes =
        new Lanes(
            new LaneSettings(2, 50, 20),
            new BatchExecutor(
                new TransactionsBy(this::transaction).withoutCache(),
                List.of(this::note),
                Runnable::run,
                TestSettings.noRetries()));
    var around =
        new KafkaDependencies(
            this::enqueue,
            new InboxTransactions(new SharedInbox(store, () -> storeIsDown)),
            new ReadMessage(new UntrustedJson(100)),
            ForkJoinPool.commonPool(),
            telemetry,
            Clock.systemUTC());
    this.source =
        new KafkaSource(
            input, around, new BrokerWatch("test", () -> access(broker), Clock.systemUTC()));
  }

  KafkaSource source() {
    return source;
  }

  KafkaNode start() {
    lanes.start(this::thread);
    source.start(this::thread);
    return this;
  }

  private Thread thread(Runnable task) {
    var thread = new Thread(task);
    threads.add(thread);
    return thread;
  }

  private CompletionStage<Answer> enqueue(EngineRequest.Consume message) {
    enqueued.incrementAndGet();
    return lanes.enqueue(
        message.position().partition().topic() + message.position().partition().number(), message);
  }

  private BatchResult transaction(List<EngineRequest> batch) {
    latch.await();
    if (storeIsDown) {
      failures.incrementAndGet();
      throw new StoreUnavailableException("down", null);
    }
    if (batch.stream().anyMatch(request -> request.subject().startsWith("event=boom "))) {
      throw new IllegalStateException("a fault in the engine");
    }
    return store.ask(session -> handle(session, batch));
  }

  private BatchResult handle(TestStore.Session session, List<EngineRequest> batch) {
    var context = new BatchContext(flows, TestSettings.RELAY, Clock.systemUTC());
    return new BatchTransactions(context, session.sagas(), session.inbox()).handle(batch);
  }

  private void note(BatchResult result) {
    answers.addAll(result.answers());
  }

  private static KafkaAccess access(KafkaBroker broker) {
    Map<String, String> properties =
        Map.of(
            "reconnect.backoff.max.ms", "200",
            "session.timeout.ms", "6000",
            "max.poll.interval.ms", Long.toString(MAX_PAUSE.toMillis()));
    return new KafkaAccess(
        List.of(broker.bootstrap()), Optional.empty(), Optional.empty(), properties, Set.of());
  }

  /** True once a consumer that does not poll any more would have lost its partitions. */
  static BooleanSupplier pollsOverdue() {
    Instant deadline = Instant.now().plus(MAX_PAUSE).plusSeconds(2);
    return () -> Instant.now().isAfter(deadline);
  }

  /** As a server goes down in order. */
  @Override
  public void close() {
    source.hold();
    lanes.stop(PATIENCE);
    source.close(PATIENCE);
  }

  /** As if the process was gone: nothing more is handled or told. */
  void die() {
    storeIsDown = true;
    source.close(Duration.ofMillis(1));
    lanes.stop(Duration.ofMillis(1));
  }
}
