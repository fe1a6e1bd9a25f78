// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.RecordingLog;
import io.flowmanager.testing.SettableClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {

  private final SettableClock clock = new SettableClock();
  private final RecordingLog written = new RecordingLog(Level.INFO);
  private final RateLimitedLog log = new RateLimitedLog(written, clock);

  @Test
  void firstOfAKindIsWrittenAtOnceAndOthersWithinASecondAreNot() {
    log.log(Level.WARNING, "down", () -> "The store is away {0}.");
    clock.advance(Duration.ofMillis(999));
    log.log(Level.WARNING, "down", () -> "The store is away again.");

    assertThat(written.messages()).containsExactly("The store is away {0}.");
  }

  @Test
  void nextOneSaysHowManyWereHeldBack() {
    IntStream.range(0, 5_001).forEach(i -> log.log(Level.WARNING, "down", () -> "Away."));
    clock.advance(Duration.ofSeconds(1));
    log.log(Level.WARNING, "down", () -> "Away.");
    clock.advance(Duration.ofSeconds(1));
    log.log(Level.WARNING, "down", () -> "Away.");

    assertThat(written.messages())
        .containsExactly("Away.", "Away. (and 5000 more like it before)", "Away.");
  }

  @Test
  void kindsDoNotHoldEachOtherBack() {
    log.log(Level.WARNING, "down", () -> "Away.");
    log.log(Level.ERROR, "lost", () -> "Lost.");

    assertThat(written.messages()).containsExactly("Away.", "Lost.");
  }

  @Test
  void textIsMadeOnlyWhenItIsWritten() {
    var made = new AtomicInteger();

    IntStream.range(0, 3)
        .forEach(i -> log.log(Level.WARNING, "down", () -> "Away " + made.incrementAndGet()));
    log.log(Level.DEBUG, "detail", () -> "Detail " + made.incrementAndGet());

    assertThat(made).hasValue(1);
  }

  @Test
  void failureIsWrittenWithTheMessage() {
    var failure = new IllegalStateException("on purpose");

    log.log(Level.ERROR, "lost", () -> "Lost.", failure);

    assertThat(written.failures()).containsExactly(failure);
  }

  @Test
  void clockThatIsSetBackSilencesNothing() {
    log.log(Level.WARNING, "down", () -> "Away.");
    clock.advance(Duration.ofHours(-1));
    log.log(Level.WARNING, "down", () -> "Still away.");

    assertThat(written.messages()).containsExactly("Away.", "Still away.");
  }

  @Test
  void kindsWithoutNumberTakeNoMemoryWithoutEnd() {
    IntStream.range(0, 10_000).forEach(i -> log.log(Level.WARNING, "kind " + i, () -> "Away."));

    assertThat(written.messages()).hasSize(101);
  }
}
