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
 * An engine and the relay's desk on the test's own thread: news and notes wait until the test lets
 * them be handled.
 */
final class RelayFixture {

  /** No jitter. */
  private static final RandomGenerator NO_CHANCE = () -> 0L;

  static final int HOOKS_AT_ONCE = 2;

  final EngineFixture engine;
  final RecordingChannel payments = new RecordingChannel();
  final RecordingChannel stock = new RecordingChannel();
  final CountingTelemetry telemetry = new CountingTelemetry();
  private final List<OutboxUpdate> notes = new ArrayList<>();
  private final Deque<RelayEvent> news = new ArrayDeque<>();
  private final CommandDispatcher desk;

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
    this.desk =
        new CommandDispatcher(
            new RelayDependencies(
                channels(), settings, engine.clock, () -> NO_CHANCE, telemetry, hooks()),
            notes::add,
            news::add);
  }

  private RunHooks hooks() {
    return new RunHooks(engine.flows(), id -> store.apply(id), this::onThread, HOOKS_AT_ONCE);
  }

  private void onThread(Runnable run) {
    if (threadsAreGone) {
      throw new IllegalStateException("The application goes down.");
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

  /** Commits the batch and tells the desk of it. */
  void commit(EngineRequest... batch) {
    BatchResult result = engine.handle(batch);
    result.dispatches().forEach(dispatch -> news.add(new RelayEvent.Stored(dispatch)));
    result
        .steps()
        .forEach(
            step ->
                step.sideEffects()
                    .forEach(c -> news.add(new RelayEvent.SideEffect(step.saga().flow(), c))));
    settle();
  }

  /** The desk gets all of it at once. */
  void tellTogether(List<RelayEvent> together) {
    desk.handle(together);
    settle();
  }

  void tellStored(BatchResult result) {
    result.dispatches().forEach(dispatch -> news.add(new RelayEvent.Stored(dispatch)));
    settle();
  }

  /** The desk handles all news, and those that come of them. */
  void settle() {
    while (!news.isEmpty()) {
      desk.handle(List.of(news.remove()));
    }
  }

  /** The hook that has waited longest runs to its end. */
  void runHook() {
    threads.remove().run();
    settle();
  }

  void tell(RelayEvent one) {
    news.add(one);
    settle();
  }

  /** What the desk wants noted. */
  List<OutboxUpdate> notes() {
    return List.copyOf(notes);
  }

  /** Writes the notes into the outbox and takes what a poll has found. */
  void keepBooks() {
    List<OutboxUpdate> work = List.copyOf(notes);
    notes.clear();
    List<PendingCommand> due = engine.keep(work);
    if (!due.isEmpty()) {
      tell(new RelayEvent.Claimed(due));
    }
  }

  void poll() {
    tell(new RelayEvent.Poll());
    keepBooks();
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
