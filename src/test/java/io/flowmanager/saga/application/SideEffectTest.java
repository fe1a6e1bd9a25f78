// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.OutboxWork.Remove;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SideEffectTest {

  private final EngineBench engine =
      new EngineBench(
          aFlow()
              .with(
                  aState("created")
                      .sends("payments", "pay")
                      .alsoSends("stock", "look")
                      .alsoSends("stock", "tell"))
              .build());
  private final RelayBench relay = new RelayBench(engine);

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
  void sideEffectsAreNotStored() {
    relay.commit(engine.start("s"));

    assertThat(engine.pending()).isEqualTo(1);
    relay.paymentSucceeds();
    assertThat(relay.notes()).containsExactly(new Remove(new CommandId(new SagaId("s"), 0, 0)));
  }
}
