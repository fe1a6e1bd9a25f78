// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.telemetry.CountingTelemetry;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.store.SharedInbox;
import io.flowmanager.testkit.store.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dead letters on their way to a channel that takes some of them, or none. */
class DeadLetterQueueTest {

  private static final Channels.Key KEY = new Channels.Key(new FlowName("order"), "events");
  private static final String AWAY = "The topic is missing.";

  private boolean storeIsDown;
  private final MemoryStore store = new MemoryStore();
  private final InboxTransactions inbox =
      new InboxTransactions(new SharedInbox(store, () -> storeIsDown));
  private final SettableClock clock = new SettableClock();
  private final CountingTelemetry telemetry = new CountingTelemetry();
  private final List<Long> arrived = new ArrayList<>();
  private int sends;
  private Function<DeadLetter, Optional<RuntimeException>> conduct = letter -> Optional.empty();
  private final ForwardDeadLetters letters =
      new ForwardDeadLetters(
          Map.of(KEY, new Scripted()), inbox, telemetry, clock, Duration.ofSeconds(5));

  /** Takes what the conduct of the test has no failure for. */
  private final class Scripted implements DeadLetterChannel {

    @Override
    public void start(ThreadFactory threads) {}

    @Override
    public CompletionStage<Void> send(DeadLetter letter) {
      sends++;
      Optional<RuntimeException> failure = conduct.apply(letter);
      if (failure.isPresent()) {
        return CompletableFuture.failedStage(failure.get());
      }
      arrived.add(letter.offset());
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void close(Duration patience) {}
  }

  private void keep(int count) {
    var partition = new LogPartition(KEY.flow(), KEY.channel(), "group", "topic", 0);
    var message = new RawMessage(Optional.empty(), Optional.empty(), "[]");
    List<DeadLetter> kept =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new DeadLetter(
                        partition, i, message, SkipReason.MALFORMED, "No JSON.", clock.instant()))
            .toList();
    store.run(session -> session.inbox().keep(kept));
  }

  private void forward() {
    letters.tasks().forEach(Runnable::run);
  }

  private int left() {
    return inbox.deadLetters(KEY, Optional.empty(), 1000).size();
  }

  private void refuse(Predicate<Long> offsets) {
    conduct =
        letter ->
            offsets.test(letter.offset())
                ? Optional.of(new RefusedDeadLetterException("It is too large."))
                : Optional.empty();
  }

  private void takeNothing() {
    conduct = letter -> Optional.of(new IllegalStateException(AWAY));
  }

  @Test
  void allLettersArePassedOnInTheirOrderForgottenAndCounted() {
    keep(120);

    forward();

    assertThat(arrived).hasSize(120).isSorted().doesNotHaveDuplicates();
    assertThat(left()).isZero();
    assertThat(telemetry.calls).hasSize(120);
  }

  @Test
  void refusedLettersHoldUpNoOthers() {
    keep(120);
    refuse(offset -> offset < 60 && offset != 30);

    forward();

    assertThat(arrived).hasSize(61).contains(30L, 60L, 119L);
    assertThat(left()).isEqualTo(59);
  }

  @Test
  void lettersThatComeBehindRefusedOnesArePassedOnAtOnce() {
    keep(30);
    refuse(offset -> offset < 30);
    forward();
    clock.advance(Duration.ofMillis(1));
    keep(31);
    sends = 0;

    forward();

    assertThat(arrived).containsExactly(30L);
    assertThat(sends).isLessThan(100);
  }

  @Test
  void refusedLetterIsTriedAgainLessAndLessOftenAndGoesWhenItMay() {
    keep(1);
    refuse(offset -> true);
    for (int second = 0; second < 120; second++) {
      forward();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(sends).isBetween(4, 20);

    refuse(offset -> false);
    clock.advance(Duration.ofMinutes(1));
    forward();

    assertThat(arrived).containsExactly(0L);
    assertThat(left()).isZero();
  }

  @Test
  void channelThatTakesNothingIsAskedForOnePageAndThenLessAndLessOften() {
    keep(120);
    takeNothing();
    forward();
    assertThat(sends).isEqualTo(26);

    sends = 0;
    for (int second = 0; second < 120; second++) {
      forward();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(sends).isBetween(2 * 26, 8 * 26);

    refuse(offset -> false);
    clock.advance(Duration.ofMinutes(1));
    forward();
    assertThat(left()).isZero();
  }

  @Test
  void lettersThatFailOnlyBesideAnotherGoAlone() {
    keep(3);
    var first = new AtomicBoolean(true);
    conduct =
        letter ->
            letter.offset() == 1 || first.get() && letter.offset() == 2
                ? Optional.of(new RefusedDeadLetterException("one of the batch was refused"))
                : Optional.empty();
    Function<DeadLetter, Optional<RuntimeException>> together = conduct;
    conduct =
        letter -> {
          Optional<RuntimeException> failure = together.apply(letter);
          first.compareAndSet(letter.offset() == 2, false);
          return failure;
        };

    forward();

    assertThat(arrived).containsExactlyInAnyOrder(0L, 2L);
  }

  @Test
  void whatIsThrownEndsNoLaterCall() {
    keep(1);
    storeIsDown = true;
    forward();
    storeIsDown = false;
    clock.advance(Duration.ofSeconds(2));
    conduct =
        letter -> {
          throw new IllegalStateException("a fault in the channel");
        };
    forward();
    clock.advance(Duration.ofSeconds(5));
    refuse(offset -> false);

    forward();

    assertThat(arrived).containsExactly(0L);
  }

  @Test
  void closedQueuePassesNothingOn() {
    keep(1);

    letters.close(Duration.ofSeconds(1));
    forward();

    assertThat(sends).isZero();
    assertThat(left()).isEqualTo(1);
  }
}
