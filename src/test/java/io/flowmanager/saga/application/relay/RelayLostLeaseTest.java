// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.testing.TestScripts;
import io.flowmanager.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node was paused while it sent a command, and its lease ended meanwhile. */
class RelayLostLeaseTest {

  private final EngineFixture engine =
      new EngineFixture(
          aFlow()
              .with(aState("plain").sends("payments", "pay").on("next", "hooked"))
              .with(aState("hooked").sends("payments", "pay"))
              .hooking("hooked", 0, TestScripts.failing(Reason.THREW, "no"))
              .build());
  private final RelayFixture paused = new RelayFixture(engine);
  private final RelayFixture other = new RelayFixture(engine);
  private final RelayFixture third = new RelayFixture(engine);

  @Test
  void failureOfANodeThatWasPausedStartsNoFurtherAttemptBesideTheOneThatRuns() {
    paused.commit(engine.start("s"));
    engine.clock.advance(TestSettings.RELAY.lease());
    other.poll();
    assertThat(other.payments.ids()).containsExactly("s.0");

    paused.paymentFails();
    paused.writeOutbox();
    engine.clock.advance(Duration.ofSeconds(8));
    third.poll();

    assertThat(third.payments.ids()).isEmpty();
    other.paymentSucceeds();
    other.writeOutbox();
    assertThat(engine.pending()).isZero();
  }

  @Test
  void hookThatFailsOnANodeThatWasPausedDoesNotBlockWhatAnotherNodeHas() {
    paused.commit(engine.start("s"), engine.event("s", "next"));
    paused.paymentSucceeds();
    paused.writeOutbox();
    engine.clock.advance(TestSettings.RELAY.lease());
    other.poll();
    assertThat(other.threads).hasSize(1);

    paused.runHook();
    paused.writeOutbox();

    assertThat(blocked()).isZero();
    other.runHook();
    other.writeOutbox();
    assertThat(blocked()).isEqualTo(1);
  }

  private long blocked() {
    return engine.store.<Long>ask(session -> session.blocked().size());
  }

  @Test
  void failureOfACommandThatTheNodeHasClaimedAnewIsWritten() {
    paused.commit(engine.start("s"));
    engine.clock.advance(TestSettings.RELAY.lease());
    paused.poll();

    paused.paymentFails();
    paused.writeOutbox();
    engine.clock.advance(Duration.ofSeconds(1));
    third.poll();

    assertThat(third.payments.ids()).containsExactly("s.0");
  }

  @Test
  void hookThatFailsForACommandThatTheNodeHasClaimedAnewBlocksIt() {
    paused.commit(engine.start("s"), engine.event("s", "next"));
    paused.paymentSucceeds();
    paused.writeOutbox();
    engine.clock.advance(TestSettings.RELAY.lease());
    paused.poll();

    paused.runHook();
    paused.writeOutbox();

    assertThat(blocked()).isEqualTo(1);
  }
}
