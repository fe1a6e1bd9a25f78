// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.application.engine.BatchExecutor;
import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.engine.LaneSettings;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.TransactionsBy;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.inbox.EventSource;
import io.flowmanager.saga.application.inbox.EventSources;
import io.flowmanager.saga.application.inbox.ForwardDeadLetters;
import io.flowmanager.saga.application.relay.RelayCommands;
import io.flowmanager.saga.application.relay.RelayDependencies;
import io.flowmanager.saga.application.relay.RunHooks;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.telemetry.CountingTelemetry;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.RecordingChannel;
import io.flowmanager.testing.TestSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** An engine that runs, with a channel and a source that note what is done to them. */
final class RunningEngine {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Channels.Key PAYMENTS = new Channels.Key(new FlowName("order"), "payments");

  private final EngineFixture fixture;
  private final RecordingChannel payments = new RecordingChannel();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Engine engine;

  RunningEngine(Flow flow) {
    fixture = new EngineFixture(flow);
    var channels = new Channels(Map.of(PAYMENTS, new Channel()));
    var relay = new RelayCommands(dependencies(channels), fixture::keep);
    var lanes =
        new Lanes(
            new LaneSettings(1, 10, 10),
            new BatchExecutor(
                new TransactionsBy(fixture::handle).withoutCache(),
                List.of(result -> relay.accept(result.dispatches(), result.steps())),
                Runnable::run,
                TestSettings.noRetries()));
    engine = new Engine(lanes, relay, channels, sources(), deadLetters());
    engine.start(new DaemonThreads());
  }

  private RelayDependencies dependencies(Channels channels) {
    return new RelayDependencies(
        channels,
        TestSettings.RELAY,
        fixture.clock,
        () -> () -> 0L,
        new CountingTelemetry(),
        new RunHooks(fixture.flows(), fixture::read, Runnable::run, 1));
  }

  private EventSources sources() {
    return new EventSources(Map.of(PAYMENTS, new Source()));
  }

  private ForwardDeadLetters deadLetters() {
    return new ForwardDeadLetters(
        Map.of(), null, new CountingTelemetry(), fixture.clock, Duration.ZERO);
  }

  Engine asEngine() {
    return engine;
  }

  CompletionStage<Answer> start(String saga) {
    return engine.lanes().enqueue(saga, fixture.start(saga));
  }

  /** Waits for the next send, and has it arrive. */
  void sendSucceeds() {
    Await.until("a send has begun", BOUND, () -> inFlight() > 0);
    payments.succeed();
  }

  int inFlight() {
    return payments.inFlight();
  }

  long pending() {
    return fixture.pending();
  }

  /** What was done to the channel and the source, in its order. */
  List<String> calls() {
    return calls;
  }

  void call(String call) {
    calls.add(call);
  }

  private final class Channel implements CommandChannel {

    @Override
    public CompletionStage<Void> send(Outgoing message) {
      return payments.send(message);
    }

    @Override
    public Optional<Connection> connection() {
      return Optional.empty();
    }

    @Override
    public void close() {
      calls.add("closes channel");
    }
  }

  private final class Source implements EventSource {

    @Override
    public void start(ThreadFactory threads) {}

    @Override
    public Connection connection() {
      throw new IllegalStateException("Nobody asks for it.");
    }

    @Override
    public void hold() {
      calls.add("holds source");
    }

    @Override
    public void close(Duration timeout) {
      calls.add("closes source");
    }
  }
}
