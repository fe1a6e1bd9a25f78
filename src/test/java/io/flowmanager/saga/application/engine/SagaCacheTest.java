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
  private final SagaCache cache = new SagaCache(clock, 100_000);

  @Test
  void aSagaIsGivenAwayOnce() {
    Saga saga = aSaga().build();
    cache.put(List.of(saga));

    assertThat(take(ID)).contains(saga);
    assertThat(take(ID)).isEmpty();
  }

  @Test
  void theLatestIsCached() {
    cache.put(List.of(aSaga().inState("one").build()));
    cache.put(List.of(aSaga().inState("two").build()));

    assertThat(take(ID)).map(Saga::state).contains("two");
  }

  @Test
  void aSagaIsCachedForTenSeconds() {
    cache.put(List.of(aSaga().build()));
    clock.advance(Duration.ofSeconds(10));
    assertThat(take(ID)).isPresent();

    cache.put(List.of(aSaga().build()));
    clock.advance(Duration.ofMillis(10_001));
    assertThat(take(ID)).isEmpty();
  }

  @Test
  void aSagaThatEndsAmongItsOwnStepsIsNotCached() {
    cache.put(List.of(aSaga().inState("one").build(), aSaga().isFinal().build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void aSagaThatHasEndedIsNotCached() {
    cache.put(List.of(aSaga().isFinal().build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void aBigSagaIsNotCached() {
    cache.put(List.of(aSaga().withMetadata("{\"big\": \"" + "x".repeat(16_000) + "\"}").build()));

    assertThat(take(ID)).isEmpty();
  }

  @Test
  void theOldestMakesRoomWhenTheBytesAreSpent() {
    for (int i = 0; cache.size() == i; i++) {
      cache.put(List.of(aSaga().withId("s" + i).build()));
    }

    assertThat(cache.bytes()).isBetween(90_000L, 100_000L);
    assertThat(take(new SagaId("s0"))).isEmpty();
    assertThat(take(new SagaId("s1"))).isPresent();
  }

  @Test
  void manyLargeOnesTakeNoMoreThanTheLimit() {
    for (int i = 0; i < 1_000; i++) {
      String metadata = "{\"a\": \"" + "x".repeat(i) + "\"}";
      cache.put(List.of(aSaga().withId("s" + i).withMetadata(metadata).build()));
      assertThat(cache.bytes()).isLessThanOrEqualTo(100_000);
    }
    assertThat(cache.size()).isGreaterThan(10);
  }

  @Test
  void whatIsGivenAwayOrEvictedTakesNothing() {
    cache.put(List.of(aSaga().build(), aSaga().withId("saga-2").build()));

    take(ID);
    cache.evict(List.of(new SagaId("saga-2"), new SagaId("unknown")));

    assertThat(cache.bytes()).isZero();
    assertThat(cache.size()).isZero();
  }

  @Test
  void withoutBytesItIsOffAndNothingIsCached() {
    var none = new SagaCache(clock, 0);

    none.put(List.of(aSaga().build()));

    assertThat(none.isOn()).isFalse();
    assertThat(none.size()).isZero();
    assertThat(none.take(Set.of(ID))).isEmpty();
  }

  @Test
  void hitsAndMissesAreCounted() {
    cache.put(List.of(aSaga().build()));

    cache.take(Set.of(ID, new SagaId("unknown")));
    cache.take(Set.of(ID));

    assertThat(cache.hits()).isEqualTo(1);
    assertThat(cache.misses()).isEqualTo(2);
  }

  private Optional<Saga> take(SagaId id) {
    return Optional.ofNullable(cache.take(Set.of(id)).get(id));
  }
}
