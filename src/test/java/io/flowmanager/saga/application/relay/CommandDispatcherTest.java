// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Poll;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Remove;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.TestSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandDispatcherTest {

  private static final SagaId SAGA = new SagaId("s");

  private final EngineFixture engine =
      new EngineFixture(
          aFlow().with(aState("ping").sends("payments", "pay").on("next", "ping")).build());
  private final RelayFixture relay = new RelayFixture(engine);

  @Test
  void storedCommandLeavesAtOnceAndIsForgottenWhenDelivered() {
    relay.commit(engine.start("s"));
    assertThat(relay.payments.ids()).containsExactly("s.0");

    relay.paymentSucceeds();
    assertThat(relay.updates()).containsExactly(new Remove(id(0)));
    relay.writeOutbox();

    assertThat(engine.pending()).isZero();
    assertThat(relay.telemetry.calls).containsExactly("delivered by payments");
  }

  @Test
  void commandsOfASagaLeaveOneAfterTheOther() {
    relay.commit(engine.start("s"), engine.event("s", "next"));
    relay.commit(engine.event("s", "next"));
    assertThat(relay.payments.ids()).containsExactly("s.0");

    relay.paymentSucceeds();
    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
    assertThat(relay.payments.inFlight()).isEqualTo(1);

    relay.paymentSucceeds();
    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1", "s.2");
  }

  @Test
  void commandsOfDifferentSagasDoNotWaitForEachOther() {
    relay.commit(engine.start("s"), engine.start("t"));

    assertThat(relay.payments.inFlight()).isEqualTo(2);
  }

  @Test
  void participantMayAnswerBeforeItsCallIsOver() {
    relay.commit(engine.start("s"));
    relay.commit(engine.event("s", "next"));
    assertThat(relay.payments.ids()).containsExactly("s.0");

    relay.paymentSucceeds();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
  }

  @Test
  void commandThatIsStoredWhileAnEarlierOneIsPostponedWaitsInTheOutbox() {
    relay.commit(engine.start("s"));
    relay.paymentFails();
    relay.writeOutbox();

    relay.commit(engine.event("s", "next"));

    assertThat(relay.payments.ids()).containsExactly("s.0");
    assertThat(relay.updates()).containsExactly(released(1));
  }

  @Test
  void commandNeverOvertakesOneThatOnlyTheOutboxHolds() {
    relay.commit(engine.start("s"));
    relay.paymentFails();
    relay.writeOutbox();
    relay.commit(engine.event("s", "next"));
    relay.writeOutbox();
    engine.clock.advance(Duration.ofSeconds(1));
    relay.poll();

    relay.commit(engine.event("s", "next"));
    deliverAll();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.0", "s.1", "s.2");
  }

  private void deliverAll() {
    relay.writeOutbox();
    while (relay.payments.inFlight() > 0) {
      relay.paymentSucceeds();
      relay.poll();
    }
  }

  @Test
  void commandBeyondTheCapacityWaitsInTheOutbox() {
    var small = new RelayFixture(engine, capacity(2));
    small.commit(engine.start("s"), engine.event("s", "next"), engine.event("s", "next"));
    assertThat(small.updates()).containsExactly(released(2));
    small.paymentSucceeds();

    small.commit(engine.event("s", "next"));
    assertThat(small.updates()).last().isEqualTo(released(3));

    IntStream.range(0, 3).forEach(i -> deliverOne(small));
    assertThat(small.payments.ids()).containsExactly("s.0", "s.1", "s.2", "s.3");
  }

  private static void deliverOne(RelayFixture relay) {
    relay.paymentSucceeds();
    relay.poll();
  }

  private static DeliverySettings capacity(int commands) {
    DeliverySettings usual = TestSettings.RELAY;
    return new DeliverySettings(
        usual.lease(),
        usual.sendTimeout(),
        usual.firstRetry(),
        usual.maxRetry(),
        commands,
        usual.maxInFlight());
  }

  @Test
  void chainOfClaimedCommandsContinuesWithoutWaitingForTheNextPoll() {
    engine.handle(engine.start("s"), engine.event("s", "next"), engine.event("s", "next"));
    engine.clock.advance(Duration.ofSeconds(15));
    relay.poll();

    relay.paymentSucceeds();
    assertThat(relay.payments.inFlight()).isEqualTo(1);
    relay.paymentSucceeds();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1", "s.2");
  }

  @Test
  void moreIsAskedForWhileTheLastOfWhatWasClaimedLeaves() {
    var large = new RelayFixture(engine, capacity(1_000));
    engine.handle(IntStream.range(0, 150).mapToObj(i -> engine.start("s" + i)).toList());
    engine.clock.advance(Duration.ofSeconds(15));
    large.poll();

    IntStream.range(0, 50).forEach(i -> large.paymentSucceeds());
    assertThat(large.updates()).doesNotHaveAnyElementsOfTypes(Poll.class);
    large.paymentSucceeds();

    assertThat(large.updates()).last().isInstanceOf(Poll.class);
  }

  @Test
  void commandIsNotSentWhenItsLeaseCouldEndBeforeTheSend() {
    BatchResult result = engine.handle(engine.start("s"));
    engine.clock.advance(Duration.ofSeconds(5).plusMillis(1));

    relay.tell(new RelayEvent.Stored(result.dispatches().get(0)));

    assertThat(relay.payments.ids()).isEmpty();
  }

  @Test
  void commandsThatHaveWaitedTooLongForTheirChannelGetANewLease() {
    IntStream.range(0, 10).forEach(i -> relay.commit(engine.start("other" + i)));
    relay.commit(engine.start("s"), engine.event("s", "next"));
    engine.clock.advance(Duration.ofSeconds(6));

    relay.paymentSucceeds();
    assertThat(relay.payments.ids()).hasSize(10);
    relay.poll();

    assertThat(relay.payments.ids()).hasSize(11).endsWith("s.0");
  }

  @Test
  void commandOfAnotherNodeIsClaimedWhenItsLeaseIsOver() {
    engine.handle(engine.start("s"));
    relay.poll();
    assertThat(relay.payments.ids()).isEmpty();

    engine.clock.advance(Duration.ofSeconds(15));
    relay.poll();

    assertThat(relay.payments.ids()).containsExactly("s.0");
  }

  @Test
  void commandBehindOneOfAnotherNodeWaits() {
    engine.handle(engine.start("s"));

    relay.commit(engine.event("s", "next"));

    assertThat(relay.payments.ids()).isEmpty();
    assertThat(relay.updates()).containsExactly(released(1));
  }

  @Test
  void claimedCommandThatIsHereAlreadyIsNotSentTwice() {
    relay.commit(engine.start("s"));
    engine.clock.advance(Duration.ofSeconds(15));

    relay.poll();

    assertThat(relay.payments.ids()).containsExactly("s.0");
  }

  @Test
  void heldCommandThatIsClaimedAnewLeavesByItsNewLease() {
    IntStream.range(0, 10).forEach(i -> relay.commit(engine.start("other" + i)));
    relay.commit(engine.start("s"), engine.event("s", "next"));
    engine.clock.advance(Duration.ofSeconds(15));
    List<PendingCommand> due = engine.keep(List.of(new Poll(ClaimLimits.of(100))));

    relay.tell(new RelayEvent.Claimed(due));
    relay.paymentSucceeds();

    assertThat(relay.payments.ids()).hasSize(11).endsWith("s.0");
    IntStream.range(0, 10).forEach(i -> relay.paymentSucceeds());
    assertThat(relay.payments.ids()).hasSize(12).endsWith("s.1");
  }

  @Test
  void claimedCommandThatThisNodeHasJustDeliveredIsNotSentAgain() {
    relay.commit(engine.start("s"));
    engine.clock.advance(Duration.ofSeconds(15));
    List<PendingCommand> due = engine.keep(List.of(new Poll(ClaimLimits.of(100))));
    relay.paymentSucceeds();

    relay.tell(new RelayEvent.Claimed(due));

    assertThat(relay.payments.ids()).containsExactly("s.0");
  }

  @Test
  void claimThatFollowsOnHeldCommandsLeavesAfterThem() {
    relay.commit(engine.start("s"));
    engine.handle(engine.event("s", "next"));
    engine.clock.advance(Duration.ofSeconds(15));

    relay.poll();
    relay.paymentSucceeds();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
  }

  @Test
  void commandIsSentAtOnceWhenItsForerunnerIsDeliveredButNotYetForgotten() {
    relay.commit(engine.start("s"));
    relay.paymentSucceeds();

    relay.commit(engine.event("s", "next"));

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
  }

  @Test
  void fullChannelSendsInTheOrderOfArrival() {
    relay.commit(
        IntStream.range(0, 13).mapToObj(i -> engine.start("s" + i)).toArray(EngineRequest[]::new));
    assertThat(relay.payments.inFlight()).isEqualTo(TestSettings.RELAY.maxInFlight());

    relay.paymentFails();
    relay.paymentSucceeds();

    assertThat(relay.payments.ids()).endsWith("s9.0", "s10.0", "s11.0").hasSize(12);
  }

  @Test
  void drainedDispatcherSendsNothingMoreAndIsDoneWhenNothingIsOnItsWay() {
    relay.commit(engine.start("s"), engine.event("s", "next"));
    var done = new CompletableFuture<Void>();

    relay.tell(new RelayEvent.Drain(done));
    relay.commit(engine.start("t"));
    assertThat(done).isNotDone();
    relay.paymentSucceeds();

    assertThat(done).isDone();
    assertThat(relay.payments.ids()).containsExactly("s.0");
    assertThat(relay.updates()).contains(new Remove(id(0)), released(1));
  }

  @Test
  void idleDispatcherIsDrainedAtOnce() {
    var done = new CompletableFuture<Void>();

    relay.tell(new RelayEvent.Drain(done));

    assertThat(done).isDone();
  }

  @Test
  void claimOfADrainedDispatcherIsGivenBack() {
    engine.handle(engine.start("s"));
    engine.clock.advance(Duration.ofSeconds(15));
    List<PendingCommand> due = engine.keep(List.of(new Poll(ClaimLimits.of(1))));
    relay.tell(new RelayEvent.Drain(new CompletableFuture<>()));

    relay.tell(new RelayEvent.Claimed(due));
    relay.tell(new RelayEvent.Poll());

    assertThat(relay.updates()).containsExactly(released(0));
  }

  /** By who stored it as the clock stands now. */
  private Release released(long sequence) {
    return new Release(id(sequence), engine.clock.instant().plus(TestSettings.RELAY.lease()));
  }

  private static CommandId id(long sequence) {
    return new CommandId(SAGA, sequence, 0);
  }
}
