// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.JsonTexts.object;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Remove;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.TestScripts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SideEffectTest {

  private final EngineFixture engine =
      new EngineFixture(
          aFlow()
              .with(
                  aState("created")
                      .sends("payments", "pay")
                      .alsoSends("stock", "look")
                      .alsoSends("stock", "tell"))
              .build());
  private final RelayFixture relay = new RelayFixture(engine);

  @Test
  void sideEffectsLeaveBesideTheCommand() {
    relay.commit(engine.start("s"));

    assertThat(relay.payments.ids()).containsExactly("s.0");
    assertThat(relay.stock.ids()).containsExactly("s.0.1", "s.0.2");
  }

  @Test
  void failedSideEffectIsCountedAndNeverRepeated() {
    relay.commit(engine.start("s"));
    relay.paymentSucceeds();
    relay.stock.fail("no answer");
    relay.stock.succeed();
    relay.settle();
    engine.clock.advance(Duration.ofDays(1));
    relay.poll();

    assertThat(relay.stock.ids()).hasSize(2);
    assertThat(relay.telemetry.calls)
        .containsExactlyInAnyOrder("delivered by payments", "side effect failed by stock");
  }

  @Test
  void sideEffectOfAChannelThatOnlyFailsIsNotKeptInMemory() {
    for (int i = 0; i < 20; i++) {
      relay.commit(engine.start("s" + i));
    }
    while (relay.stock.inFlight() > 0) {
      relay.stock.fail("no answer");
      relay.settle();
    }
    long before = failures();

    relay.commit(engine.start("late"));

    assertThat(failures()).isEqualTo(before + 2);
    assertThat(relay.stock.ids()).doesNotContain("late.0.1", "late.0.2");
  }

  private long failures() {
    return relay.telemetry.calls.stream().filter("side effect failed by stock"::equals).count();
  }

  @Test
  void sideEffectsAreNotStored() {
    relay.commit(engine.start("s"));

    assertThat(engine.pending()).isEqualTo(1);
    relay.paymentSucceeds();
    assertThat(relay.updates()).containsExactly(new Remove(new CommandId(new SagaId("s"), 0, 0)));
  }

  @Test
  void hookMakesTheMessageOfASideEffect() {
    RelayFixture hooked =
        hookedBench(TestScripts.answering(a -> object("{\"payload\": {\"n\": 1}}")));
    hooked.commit(hooked.engine.start("s"));
    assertThat(hooked.stock.ids()).as("what has no hook").containsExactly("s.0.1");

    hooked.runHook();

    assertThat(hooked.stock.ids()).containsExactly("s.0.1", "s.0.2");
    assertThat(hooked.stock.bodies())
        .containsExactly(Optional.empty(), Optional.of(object("{\"n\": 1}")));
  }

  @Test
  void sideEffectWhoseHookFailsIsCountedAndBlocksNothing() {
    RelayFixture hooked = hookedBench(TestScripts.failing(Reason.THREW, "no"));
    hooked.commit(hooked.engine.start("s"), hooked.engine.event("s", "next"));

    hooked.runHook();
    hooked.paymentSucceeds();
    hooked.paymentSucceeds();
    hooked.writeOutbox();

    assertThat(hooked.telemetry.calls).contains("side effect failed by stock");
    assertThat(hooked.payments.ids()).containsExactly("s.0", "s.1");
    assertThat(hooked.engine.pending()).isZero();
  }

  private static RelayFixture hookedBench(Script script) {
    return new RelayFixture(
        new EngineFixture(
            aFlow()
                .with(
                    aState("created")
                        .sends("payments", "pay")
                        .alsoSends("stock", "look")
                        .alsoSends("stock", "tell")
                        .on("next", "paid"))
                .with(aState("paid").sends("payments", "ship"))
                .hooking("created", 2, script)
                .build()));
  }
}
