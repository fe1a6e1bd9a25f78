// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SagaCacheTest {

  private static final SagaId ID = new SagaId("saga-1");

  private final SettableClock clock = new SettableClock();
  private final SagaCache recent = new SagaCache(clock, 100_000);

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
    recent.keep(List.of(aSaga().withMetadata("{\"big\": \"" + "x".repeat(16_000) + "\"}").build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void theOldestMakesRoomWhenTheBytesAreSpent() {
    for (int i = 0; recent.size() == i; i++) {
      recent.keep(List.of(aSaga().withId("s" + i).build()));
    }

    assertThat(recent.bytes()).isBetween(90_000L, 100_000L);
    assertThat(take(new SagaId("s0"))).isEmpty();
    assertThat(take(new SagaId("s1"))).isPresent();
  }

  @Test
  void manyLargeOnesTakeNoMoreThanTheLimit() {
    for (int i = 0; i < 1_000; i++) {
      String metadata = "{\"a\": \"" + "x".repeat(i) + "\"}";
      recent.keep(List.of(aSaga().withId("s" + i).withMetadata(metadata).build()));
      assertThat(recent.bytes()).isLessThanOrEqualTo(100_000);
    }
    assertThat(recent.size()).isGreaterThan(10);
  }

  @Test
  void whatIsGivenAwayOrForgottenTakesNothing() {
    recent.keep(List.of(aSaga().build(), aSaga().withId("saga-2").build()));

    take(ID);
    recent.forget(List.of(new SagaId("saga-2"), new SagaId("unknown")));

    assertThat(recent.bytes()).isZero();
    assertThat(recent.size()).isZero();
  }

  @Test
  void withoutMemoryNothingIsRemembered() {
    var none = new SagaCache(clock, 0);

    none.keep(List.of(aSaga().build()));

    assertThat(none.size()).isZero();
    assertThat(none.take(Set.of(ID))).isEmpty();
  }

  @Test
  void hitsAndMissesAreCounted() {
    recent.keep(List.of(aSaga().build()));

    recent.take(Set.of(ID, new SagaId("unknown")));
    recent.take(Set.of(ID));

    assertThat(recent.hits()).isEqualTo(1);
    assertThat(recent.misses()).isEqualTo(2);
  }

  private Optional<Saga> take(SagaId id) {
    return Optional.ofNullable(recent.take(Set.of(id)).get(id));
  }
}
