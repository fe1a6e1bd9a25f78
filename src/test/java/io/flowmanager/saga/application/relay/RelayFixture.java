// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.telemetry.CountingTelemetry;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.RecordingChannel;
import io.flowmanager.testing.TestSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * An engine and the dispatcher of its commands on the test's own thread: events and updates wait
 * until the test has them handled.
 */
final class RelayFixture {

  /** No jitter. */
  private static final RandomGenerator NO_CHANCE = () -> 0L;

  static final int HOOKS_AT_ONCE = 2;

  final EngineFixture engine;
  final RecordingChannel payments = new RecordingChannel();
  final RecordingChannel stock = new RecordingChannel();
  final CountingTelemetry telemetry = new CountingTelemetry();
  private final List<OutboxUpdate> updates = new ArrayList<>();
  private final Deque<RelayEvent> events = new ArrayDeque<>();
  private final CommandDispatcher dispatcher;

  /** Hooks that run on threads of their own: each one when the test says. */
  final Deque<Runnable> threads = new ArrayDeque<>();

  boolean threadsAreGone;

  /** Where hooks read their saga. */
  Function<SagaId, Optional<SagaWithHistory>> store;

  RelayFixture(EngineFixture engine) {
    this(engine, TestSettings.RELAY);
  }

  RelayFixture(EngineFixture engine, DeliverySettings settings) {
    this.engine = engine;
    this.store = engine::read;
    this.dispatcher =
        new CommandDispatcher(
            new RelayDependencies(
                channels(), settings, engine.clock, () -> NO_CHANCE, telemetry, hooks()),
            updates::add,
            events::add);
  }

  private RunHooks hooks() {
    return new RunHooks(engine.flows(), id -> store.apply(id), this::onThread, HOOKS_AT_ONCE);
  }

  private void onThread(Runnable run) {
    if (threadsAreGone) {
      throw new IllegalStateException("The application is shutting down.");
    }
    threads.add(run);
  }

  private Channels channels() {
    var order = new FlowName("order");
    return new Channels(
        Map.of(
            new Channels.Key(order, "payments"),
            payments,
            new Channels.Key(order, "stock"),
            stock,
            new Channels.Key(order, "broken"),
            new BrokenChannel(),
            new Channels.Key(order, "mute"),
            new MuteChannel()));
  }

  /** A channel that breaks its contract. */
  private static final class MuteChannel implements CommandChannel {

    @Override
    public CompletionStage<Void> send(Outgoing message) {
      return null;
    }

    @Override
    public Optional<Connection> connection() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** A channel whose library is not there. */
  private static final class BrokenChannel implements CommandChannel {

    @Override
    public CompletionStage<Void> send(Outgoing message) {
      throw new NoClassDefFoundError("a/Library");
    }

    @Override
    public Optional<Connection> connection() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** Commits the batch and hands its commands to the dispatcher. */
  void commit(EngineRequest... batch) {
    BatchResult result = engine.handle(batch);
    result.dispatches().forEach(dispatch -> events.add(new RelayEvent.Stored(dispatch)));
    result
        .steps()
        .forEach(
            step ->
                step.sideEffects()
                    .forEach(c -> events.add(new RelayEvent.SideEffect(step.saga().flow(), c))));
    settle();
  }

  /** The dispatcher gets all of them at once. */
  void tellTogether(List<RelayEvent> together) {
    dispatcher.handle(together);
    settle();
  }

  void tellStored(BatchResult result) {
    result.dispatches().forEach(dispatch -> events.add(new RelayEvent.Stored(dispatch)));
    settle();
  }

  /** The dispatcher handles all events, and those that come of them. */
  void settle() {
    while (!events.isEmpty()) {
      dispatcher.handle(List.of(events.remove()));
    }
  }

  /** The hook that has waited longest runs to its end. */
  void runHook() {
    threads.remove().run();
    settle();
  }

  void tell(RelayEvent one) {
    events.add(one);
    settle();
  }

  /** The updates that the dispatcher wants written. */
  List<OutboxUpdate> updates() {
    return List.copyOf(updates);
  }

  /** Writes the updates into the outbox and takes what a poll has found. */
  void writeOutbox() {
    List<OutboxUpdate> work = List.copyOf(updates);
    updates.clear();
    List<PendingCommand> due = engine.keep(work);
    if (!due.isEmpty()) {
      tell(new RelayEvent.Claimed(due));
    }
  }

  void poll() {
    tell(new RelayEvent.Poll());
    writeOutbox();
  }

  void paymentSucceeds() {
    payments.succeed();
    settle();
  }

  void paymentFails() {
    payments.fail("no answer");
    settle();
  }
}
