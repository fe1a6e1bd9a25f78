// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final RandomGenerator LOWEST = () -> 0L;
  private static final RandomGenerator HIGHEST = () -> -1L;

  @Test
  void delayDoublesUntilItsBound() {
    var backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3), () -> LOWEST);

    assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.after(2)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(4)).isEqualTo(Duration.ofSeconds(3));
    assertThat(backoff.after(1_000_000)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void jitterTakesOffAQuarterAtTheMost() {
    var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(3), () -> HIGHEST);

    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(750), Duration.ofMillis(751));
  }

  @Property(tries = 300)
  void delayIsNeverLongerThanItsBoundNorLessThanThreeQuartersOfTheFirst(
      @ForAll @IntRange(min = 1) int failures,
      @ForAll @LongRange(min = 1, max = 86_400_000) long first,
      @ForAll @LongRange(min = 0, max = 86_400_000) long more,
      @ForAll long random) {
    var max = Duration.ofMillis(first + more);

    Duration delay = new Backoff(Duration.ofMillis(first), max, () -> () -> random).after(failures);

    assertThat(delay).isBetween(Duration.ofMillis(first * 3 / 4), max);
  }
}
