// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayRetryTest {

  private final EngineFixture engine =
      new EngineFixture(
          aFlow()
              .with(
                  aState("ping")
                      .sends("payments", "pay")
                      .on("next", "ping")
                      .on("odd", "odd")
                      .on("break", "broken"))
              .with(aState("odd").sends("nowhere", "lost").on("next", "ping"))
              .with(aState("broken").sends("broken", "pay"))
              .build());
  private final RelayFixture relay = new RelayFixture(engine);

  @Test
  void failedCommandComesAgainAfterItsDelayAndTheLaterOnesWaitForIt() {
    relay.commit(engine.start("s"), engine.event("s", "next"));
    relay.paymentFails();
    relay.poll();
    assertThat(relay.payments.ids()).containsExactly("s.0");

    engine.clock.advance(Duration.ofSeconds(1));
    relay.poll();
    assertThat(relay.payments.ids()).containsExactly("s.0", "s.0");

    relay.paymentSucceeds();
    relay.writeOutbox();
    assertThat(relay.payments.ids()).containsExactly("s.0", "s.0", "s.1");
  }

  @Test
  void delayDoublesWithEachFailureUpToItsBound() {
    relay.commit(engine.start("s"));

    List<Long> delays =
        IntStream.rangeClosed(1, 6).mapToObj(attempt -> failAndWait(attempt)).toList();

    assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 8L, 8L);
  }

  private long failAndWait(int attempt) {
    relay.paymentFails();
    Postpone update = (Postpone) relay.updates().get(0);
    assertThat(update.attempts()).isEqualTo(attempt);
    assertThat(update.error()).isEqualTo("no answer");
    Duration delay = Duration.between(engine.clock.instant(), update.nextAttempt());
    relay.writeOutbox();
    engine.clock.advance(delay);
    relay.poll();
    return delay.toSeconds();
  }

  @Test
  void channelThatTheFlowLostPostponesItsCommands() {
    relay.commit(engine.start("s"));
    relay.paymentSucceeds();

    relay.commit(engine.event("s", "odd"));

    assertThat(relay.updates())
        .last()
        .isInstanceOfSatisfying(
            Postpone.class,
            update ->
                assertThat(update.error())
                    .isEqualTo("The flow order as it is loaded has no channel \"nowhere\"."));
  }

  @Test
  void channelThatFailsWithAnErrorPostponesItsCommand() {
    relay.commit(engine.start("s"));
    relay.paymentSucceeds();

    relay.commit(engine.event("s", "break"));

    assertThat(relay.updates())
        .last()
        .isInstanceOfSatisfying(
            Postpone.class, update -> assertThat(update.error()).isEqualTo("a/Library"));
  }
}
