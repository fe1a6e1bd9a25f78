// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.BlockedCommand;
import io.flowmanager.saga.application.outbox.BlockedQuery;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.relay.RelayDependencies;
import io.flowmanager.saga.application.relay.RunHooks;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testkit.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The use cases of the engine and of the relay, put together on a store in memory. */
final class MemoryEngine {

  /** The defaults of a server. */
  private static final DeliverySettings DELIVERY =
      new DeliverySettings(
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          20_000,
          256);

  private final MemoryStore store = new MemoryStore();
  private final Flow flow;
  private final FlowCatalog flows;
  private final TestClock clock;
  private final MemoryRelay relay;

  MemoryEngine(Flow flow, Instant start, Map<String, TestChannel> channels) {
    this.flow = flow;
    this.flows = new FlowCatalog(List.of(flow), Optional.empty());
    this.clock = new TestClock(start, store::nextDueAfter, this::sendWhatIsDue);
    this.relay =
        new MemoryRelay(
            store,
            new RelayDependencies(
                open(channels),
                DELIVERY,
                clock,
                // No jitter: a retry has its time.
                () -> () -> 0L,
                new SilentTelemetry(),
                new RunHooks(flows, this::find, Runnable::run, 1)));
  }

  private Channels open(Map<String, TestChannel> channels) {
    Map<Channels.Key, CommandChannel> open = new HashMap<>();
    channels.forEach(
        (id, channel) -> open.put(new Channels.Key(flow.name(), id), channel.port(clock)));
    return new Channels(open);
  }

  Flow flow() {
    return flow;
  }

  TestClock clock() {
    return clock;
  }

  /** Handles it, and sends what comes of it. */
  Answer handle(EngineRequest request) {
    var answer = new AtomicReference<Answer>();
    FlowUnderTest.hookClock()
        .under(
            clock,
            () -> {
              BatchResult result = store.ask(session -> handle(session, List.of(request)));
              relay.accept(result);
              answer.set(result.answers().get(0));
            });
    return answer.get();
  }

  private BatchResult handle(MemoryStore.Session session, List<EngineRequest> batch) {
    var context = new BatchContext(flows, DELIVERY, clock);
    return new BatchTransactions(context, session.sagas(), session.inbox()).handle(batch);
  }

  private void sendWhatIsDue() {
    FlowUnderTest.hookClock().under(clock, relay::poll);
  }

  Optional<SagaWithHistory> find(SagaId id) {
    return store.ask(session -> new QuerySagas(session.sagas()).find(id));
  }

  /** The commands of a saga that are stored and have not left. */
  List<PendingCommand> pending(SagaId saga) {
    return store.pending().stream().filter(command -> command.saga().equals(saga)).toList();
  }

  /** The commands of a saga whose hook failed. */
  List<BlockedCommand> blocked(SagaId saga) {
    var all = new BlockedQuery(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
    return store.ask(session -> session.blocked().list(all)).commands().stream()
        .filter(command -> command.id().saga().equals(saga))
        .toList();
  }
}
