// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Remove;
import io.flowmanager.testing.TestScripts;
import io.flowmanager.testing.TestSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Something throws in the middle of the relay's work: all else goes on, and no place is lost. */
class RelayFaultTest {

  private static final int PLACES = TestSettings.RELAY.maxInFlight();

  private final EngineFixture engine =
      new EngineFixture(
          aFlow()
              .with(aState("ping").sends("payments", "pay").on("next", "ping").on("mute", "mute"))
              .with(aState("mute").sends("mute", "pay"))
              .with(aState("hooked").sends("payments", "pay"))
              .build());
  private final RelayFixture relay = new RelayFixture(engine);

  @Test
  void newsBehindOneThatThrowsIsHandled() {
    relay.telemetry.fails = true;
    List<RelayEvent> delivered =
        IntStream.range(0, 3)
            .mapToObj(i -> engine.handle(engine.start("s" + i), engine.event("s" + i, "next")))
            .peek(relay::tellStored)
            .<RelayEvent>map(it -> new RelayEvent.Delivered(it.dispatches().get(0).command()))
            .toList();

    relay.tellTogether(delivered);

    assertThat(relay.updates()).filteredOn(Remove.class::isInstance).hasSize(3);
    assertThat(relay.payments.ids())
        .containsExactly("s0.0", "s1.0", "s2.0", "s0.1", "s1.1", "s2.1");
  }

  @Test
  void failuresThatCannotBeReportedLoseNoPlaceOfTheChannel() {
    relay.telemetry.fails = true;
    for (int i = 0; i < 3 * PLACES; i++) {
      relay.commit(engine.start("s" + i));
      relay.paymentFails();
      relay.tell(new RelayEvent.Poll());
      relay.commit(engine.start("t" + i));
      relay.paymentSucceeds();
    }

    assertThat(relay.payments.inFlight()).isZero();
    var drained = new CompletableFuture<Void>();
    relay.tell(new RelayEvent.Drain(drained));
    assertThat(drained).isDone();
  }

  @Test
  void channelThatGivesNoAnswerAtAllPostponesItsCommandAndKeepsNoPlace() {
    for (int i = 0; i < 2 * PLACES; i++) {
      String saga = "s" + i;
      relay.commit(engine.start(saga));
      relay.paymentSucceeds();
      relay.commit(engine.event(saga, "mute"));
      relay.tell(new RelayEvent.Poll());
    }

    assertThat(relay.updates()).filteredOn(Postpone.class::isInstance).hasSize(2 * PLACES);
    var drained = new CompletableFuture<Void>();
    relay.tell(new RelayEvent.Drain(drained));
    assertThat(drained).isDone();
  }

  @Test
  void hookWhoseThreadsAreGonePostponesItsCommandAndKeepsNoPlace() {
    var hooked =
        new EngineFixture(
            aFlow()
                .with(aState("hooked").sends("payments", "pay"))
                .hooking("hooked", 0, TestScripts.answering(argument -> argument))
                .build());
    var stopped = new RelayFixture(hooked);
    stopped.threadsAreGone = true;

    for (int i = 0; i < 2 * RelayFixture.HOOKS_AT_ONCE; i++) {
      stopped.commit(hooked.start("s" + i));
    }

    assertThat(stopped.updates())
        .hasSize(2 * RelayFixture.HOOKS_AT_ONCE)
        .allMatch(Postpone.class::isInstance);
  }
}
