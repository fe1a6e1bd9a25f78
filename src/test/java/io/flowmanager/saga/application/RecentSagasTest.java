// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentSagasTest {

  private static final SagaId ID = new SagaId("saga-1");

  private final SettableClock clock = new SettableClock();
  private final RecentSagas recent = new RecentSagas(clock);

  @Test
  void aSagaIsGivenAwayOnce() {
    Saga saga = aSaga().build();
    recent.keep(List.of(saga));

    assertThat(take(ID)).contains(saga);
    assertThat(take(ID)).isEmpty();
  }

  @Test
  void theLatestIsRemembered() {
    recent.keep(List.of(aSaga().inState("one").build()));
    recent.keep(List.of(aSaga().inState("two").build()));

    assertThat(take(ID)).map(Saga::state).contains("two");
  }

  @Test
  void aSagaIsRememberedForTenSeconds() {
    recent.keep(List.of(aSaga().build()));
    clock.advance(Duration.ofSeconds(10));
    assertThat(take(ID)).isPresent();

    recent.keep(List.of(aSaga().build()));
    clock.advance(Duration.ofMillis(10_001));
    assertThat(take(ID)).isEmpty();
  }

  @Test
  void aSagaThatEndsAmongItsOwnStepsIsNotRemembered() {
    recent.keep(List.of(aSaga().inState("one").build(), aSaga().isFinal().build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void aSagaThatHasEndedIsNotRemembered() {
    recent.keep(List.of(aSaga().isFinal().build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void aBigSagaIsNotRemembered() {
    recent.keep(List.of(aSaga().withMetadata("{\"big\": \"" + "x".repeat(4_000) + "\"}").build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void theOldestOfFourThousandMakesRoom() {
    IntStream.rangeClosed(0, 4_000)
        .forEach(i -> recent.keep(List.of(aSaga().withId("s" + i).build())));

    assertThat(take(new SagaId("s0"))).isEmpty();
    assertThat(take(new SagaId("s1"))).isPresent();
    assertThat(take(new SagaId("s4000"))).isPresent();
  }

  private Optional<Saga> take(SagaId id) {
    return Optional.ofNullable(recent.take(Set.of(id)).get(id));
  }
}
