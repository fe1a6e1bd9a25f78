// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Poll;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.TestSettings;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A participant that is gone costs neither the others nor the outbox much. */
class RelayFailingChannelTest {

  private static final int AT_ONCE = 20;
  private static final Channels.Key PAYMENTS = new Channels.Key(new FlowName("order"), "payments");

  private final EngineFixture engine =
      new EngineFixture(
          aFlow()
              .with(aState("paying").sends("payments", "pay").on("paid", "shipping"))
              .with(aState("shipping").sends("stock", "ship").on("again", "paying"))
              .build());
  private final RelayFixture relay = new RelayFixture(engine, settings());

  private static DeliverySettings settings() {
    DeliverySettings usual = TestSettings.RELAY;
    return new DeliverySettings(
        usual.lease(), usual.sendTimeout(), usual.firstRetry(), usual.maxRetry(), 400, AT_ONCE);
  }

  private void start(String name, int count) {
    IntStream.range(0, count).forEach(i -> relay.commit(engine.start(name + i)));
  }

  private void failAll() {
    int onTheirWay = relay.payments.inFlight();
    IntStream.range(0, onTheirWay).forEach(i -> relay.paymentFails());
  }

  @Test
  void failureIsOneNoteForEachCommandThatWasTried() {
    start("s", 5);

    failAll();

    assertThat(relay.updates()).hasSize(5).hasOnlyElementsOfType(Postpone.class);
  }

  @Test
  void channelThatOnlyFailsIsTriedByFewAtATime() {
    start("s", 100);
    assertThat(relay.payments.inFlight()).isEqualTo(AT_ONCE);

    failAll();
    assertThat(relay.payments.inFlight()).isLessThanOrEqualTo(8);
    for (int i = 0; i < 5; i++) {
      relay.tell(new RelayEvent.Poll());
      assertThat(relay.payments.inFlight()).isBetween(1, 8);
      failAll();
    }

    relay.tell(new RelayEvent.Poll());
    assertThat(relay.payments.inFlight()).isBetween(1, 8);
  }

  @Test
  void successOpensTheChannelAgain() {
    start("s", 100);
    failAll();
    relay.tell(new RelayEvent.Poll());

    relay.paymentSucceeds();

    assertThat(relay.payments.inFlight()).isEqualTo(AT_ONCE);
  }

  @Test
  void whatIsStoredForAChannelThatFailsWaitsInTheOutboxForNoWrite() {
    start("s", 100);
    failAll();
    relay.writeOutbox();

    start("t", 50);

    assertThat(relay.updates()).isEmpty();
  }

  @Test
  void noMoreIsClaimedForAChannelThatFailsThanItWillTry() {
    start("s", 100);
    failAll();
    assertThat(room()).isZero();

    engine.clock.advance(Duration.ofMinutes(1));
    relay.tell(new RelayEvent.Poll());
    relay.writeOutbox();

    assertThat(relay.payments.inFlight()).isEqualTo(8);
    assertThat(room()).isZero();
    failAll();
    assertThat(room()).isEqualTo(8);
  }

  private int room() {
    relay.tell(new RelayEvent.Poll());
    Poll latest = (Poll) relay.updates().get(relay.updates().size() - 1);
    return latest.limits().narrow().get(PAYMENTS);
  }

  @Test
  void whatHasWaitedTooLongForAChannelThatFailsIsForgottenForNoWrite() {
    start("s", 100);
    failAll();
    relay.writeOutbox();
    engine.clock.advance(Duration.ofSeconds(6));

    relay.tell(new RelayEvent.Poll());

    assertThat(relay.updates()).doesNotHaveAnyElementsOfTypes(Release.class);
    assertThat(relay.payments.inFlight()).isLessThanOrEqualTo(8);
  }

  @Test
  void oneChannelLeavesRoomInMemoryForTheOthers() {
    start("s", 400);

    commitShipping(50);

    assertThat(relay.stock.inFlight()).isEqualTo(AT_ONCE);
  }

  private void commitShipping(int count) {
    for (int i = 0; i < count; i++) {
      String saga = "shipping" + i;
      BatchResult started = engine.handle(engine.start(saga));
      engine.store.run(
          session ->
              session
                  .outbox()
                  .remove(
                      started.dispatches().stream()
                          .map(dispatch -> dispatch.command().command().id())
                          .toList()));
      relay.commit(engine.event(saga, "paid"));
    }
  }

  @Test
  void healthyChannelIsServedAllTheTime() {
    start("s", 100);
    failAll();
    commitShipping(10);

    assertThat(relay.stock.inFlight()).isEqualTo(10);
  }
}
