// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

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
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.telemetry.CountingTelemetry;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.RecordingChannel;
import io.flowmanager.testing.TestSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay with its two threads. */
class RelayCommandsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EngineFixture engine = new EngineFixture(anOrderFlow().build());
  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  private final RecordingChannel payments = new RecordingChannel();
  private final List<Integer> writes = new CopyOnWriteArrayList<>();
  private final Semaphore written = new Semaphore(0);
  private volatile boolean unavailable;
  private volatile boolean answersAtOnce = true;

  private final RelayCommands relay = new RelayCommands(surroundings(), this::write);

  private RelayDependencies surroundings() {
    CommandChannel channel = new Answering();
    var channels =
        new Channels(Map.of(new Channels.Key(new FlowName("order"), "payments"), channel));
    var hooks = new RunHooks(engine.flows(), engine::read, Runnable::run, 1);
    var usual = TestSettings.RELAY;
    var settings =
        new DeliverySettings(
            usual.lease(),
            usual.sendTimeout(),
            usual.firstRetry(),
            usual.maxRetry(),
            50_000,
            50_000);
    return new RelayDependencies(
        channels, settings, engine.clock, () -> () -> 0L, new CountingTelemetry(), hooks);
  }

  private final class Answering implements CommandChannel {

    @Override
    public CompletionStage<Void> send(Outgoing message) {
      var outcome = payments.send(message);
      sent.add(message.command().id().toString());
      if (answersAtOnce) {
        payments.succeed();
      }
      return outcome;
    }

    @Override
    public Optional<Connection> connection() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private List<PendingCommand> write(List<OutboxUpdate> work) {
    if (unavailable) {
      written.release();
      throw new StoreUnavailableException("down", null);
    }
    if (work.stream().anyMatch(RelayCommandsTest::isPoison)) {
      throw new IllegalStateException("a value out of range");
    }
    writes.add(work.size());
    List<PendingCommand> due = engine.keep(work);
    written.release();
    return due;
  }

  private static boolean isPoison(OutboxUpdate work) {
    return work instanceof OutboxUpdate.Remove delivered
        && delivered.command().saga().value().equals("poison");
  }

  @AfterEach
  void stop() {
    relay.stop(Duration.ofMillis(1));
  }

  @Test
  void storedCommandIsDeliveredAndForgottenByTheTimeTheRelayHasStopped() throws Exception {
    relay.start(Thread::new);
    accept(engine.handle(engine.start("s")));
    assertThat(sent.poll(10, TimeUnit.SECONDS)).isEqualTo("s.0");

    assertThat(relay.stop(PATIENCE)).isTrue();

    assertThat(engine.pending()).isZero();
  }

  @Test
  void pollFindsWhatAnotherNodeLeft() throws Exception {
    engine.handle(engine.start("s"));
    engine.clock.advance(Duration.ofSeconds(15));
    relay.start(Thread::new);

    relay.poll();

    assertThat(sent.poll(10, TimeUnit.SECONDS)).isEqualTo("s.0");
  }

  @Test
  void outboxThatIsUnavailableForAWhileLosesNoNote() throws Exception {
    unavailable = true;
    relay.start(Thread::new);
    accept(engine.handle(engine.start("s"), engine.start("t")));
    await(written);
    assertThat(engine.pending()).isEqualTo(2);

    unavailable = false;
    relay.poll();
    relay.stop(PATIENCE);

    assertThat(engine.pending()).isZero();
    assertThat(payments.ids()).containsExactlyInAnyOrder("s.0", "t.0");
  }

  @Test
  void notesOfALongOutageAreWrittenInBoundedPortions() throws Exception {
    unavailable = true;
    relay.start(Thread::new);
    List<EngineRequest> starts = new ArrayList<>();
    IntStream.range(0, 2_000).forEach(i -> starts.add(engine.start("s" + i)));
    accept(engine.handle(starts));
    for (int i = 0; i < 2_000; i++) {
      assertThat(sent.poll(10, TimeUnit.SECONDS)).isNotNull();
    }
    for (int i = 0; i < 10; i++) {
      relay.poll();
      await(written);
    }

    unavailable = false;
    relay.poll();
    relay.stop(PATIENCE);

    assertThat(engine.pending()).isZero();
    assertThat(writes).isNotEmpty().allMatch(size -> size <= 1_000);
  }

  @Test
  void noteThatTheOutboxNeverTakesKeepsNoOtherBack() throws Exception {
    unavailable = true;
    relay.start(Thread::new);
    accept(engine.handle(engine.start("s"), engine.start("poison"), engine.start("t")));
    await(written);

    unavailable = false;
    relay.poll();
    relay.stop(PATIENCE);

    assertThat(engine.pending()).isEqualTo(1);
  }

  @Test
  void stopWaitsForWhatIsOnItsWay() throws Exception {
    answersAtOnce = false;
    relay.start(Thread::new);
    accept(engine.handle(engine.start("s")));
    assertThat(sent.poll(10, TimeUnit.SECONDS)).isEqualTo("s.0");
    var stopping = new Thread(() -> relay.stop(PATIENCE));

    stopping.start();
    payments.succeed();
    stopping.join(10_000);

    assertThat(stopping.isAlive()).isFalse();
    assertThat(engine.pending()).isZero();
  }

  @Test
  void stopDoesNotWaitForeverAndLeavesTheCommandStored() throws Exception {
    answersAtOnce = false;
    relay.start(Thread::new);
    accept(engine.handle(engine.start("s")));
    assertThat(sent.poll(10, TimeUnit.SECONDS)).isEqualTo("s.0");

    relay.stop(Duration.ofMillis(1));

    assertThat(engine.pending()).isEqualTo(1);
  }

  private static void await(Semaphore event) throws InterruptedException {
    if (!event.tryAcquire(10, TimeUnit.SECONDS)) {
      fail("The outbox was not written within 10 s.");
    }
  }

  private void accept(BatchResult result) {
    relay.accept(result.dispatches(), result.steps());
  }
}
