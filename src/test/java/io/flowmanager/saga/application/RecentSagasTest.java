// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentSagasTest {

  private static final SagaId ID = new SagaId("saga-1");

  private final SettableClock clock = new SettableClock();
  private final RecentSagas recent = new RecentSagas(clock);

  @Test
  void aSagaIsGivenAwayOnce() {
    Saga saga = aSaga().build();
    recent.keep(saga);

    assertThat(recent.take(ID)).contains(saga);
    assertThat(recent.take(ID)).isEmpty();
  }

  @Test
  void theLatestIsRemembered() {
    recent.keep(aSaga().inState("one").build());
    recent.keep(aSaga().inState("two").build());

    assertThat(recent.take(ID)).map(Saga::state).contains("two");
  }

  @Test
  void aSagaIsRememberedForTenSeconds() {
    recent.keep(aSaga().build());
    clock.advance(Duration.ofSeconds(10));
    assertThat(recent.take(ID)).isPresent();

    recent.keep(aSaga().build());
    clock.advance(Duration.ofMillis(10_001));
    assertThat(recent.take(ID)).isEmpty();
  }

  @Test
  void whatIsForgottenIsGone() {
    recent.keep(aSaga().build());

    recent.forget(Stream.of(ID));

    assertThat(recent.take(ID)).isEmpty();
  }

  @Test
  void aSagaThatHasEndedIsNotRemembered() {
    recent.keep(aSaga().isFinal().build());

    assertThat(recent.take(ID)).isEmpty();
  }

  @Test
  void aBigSagaIsNotRemembered() {
    recent.keep(aSaga().withMetadata("{\"big\": \"" + "x".repeat(4_000) + "\"}").build());

    assertThat(recent.take(ID)).isEmpty();
  }

  @Test
  void theOldestOfAThousandMakesRoom() {
    IntStream.rangeClosed(0, 1_000).forEach(i -> recent.keep(aSaga().withId("s" + i).build()));

    assertThat(recent.take(new SagaId("s0"))).isEmpty();
    assertThat(recent.take(new SagaId("s1"))).isPresent();
    assertThat(recent.take(new SagaId("s1000"))).isPresent();
  }
}
