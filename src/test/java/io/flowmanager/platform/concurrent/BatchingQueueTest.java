// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchingQueueTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<List<Integer>> batches = new LinkedBlockingQueue<>();

  @Test
  void allThatWaitsIsHandledTogetherInOrderUpToTheLimit() throws Exception {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    IntStream.range(0, 7).forEach(mailbox::offer);

    mailbox.start(Thread::new);

    assertThat(next()).containsExactly(0, 1, 2);
    assertThat(next()).containsExactly(3, 4, 5);
    assertThat(next()).containsExactly(6);
    assertThat(mailbox.stop(PATIENCE)).isTrue();
  }

  @Test
  void fullMailboxTakesNothingIn() {
    var mailbox = new BatchingQueue<>("test", 2, 3, batches::add);

    assertThat(List.of(mailbox.offer(0), mailbox.offer(1), mailbox.offer(2)))
        .containsExactly(true, true, false);
    assertThat(mailbox.size()).isEqualTo(2);
  }

  @Test
  void stoppedMailboxHasHandledWhatItTookInAndTakesNoMore() {
    var mailbox = new BatchingQueue<>("test", 100, 1, batches::add);
    IntStream.range(0, 50).forEach(mailbox::offer);
    mailbox.start(Thread::new);

    assertThat(mailbox.stop(PATIENCE)).isTrue();

    assertThat(batches).hasSize(50);
    assertThat(mailbox.offer(50)).isFalse();
  }

  @Test
  void failingHandlerDoesNotStopTheMailbox() throws Exception {
    var mailbox =
        new BatchingQueue<Integer>(
            "test",
            100,
            1,
            batch -> {
              batches.add(batch);
              assertThat(batch).doesNotContain(0);
              throw new IllegalStateException("not 0 either");
            });
    mailbox.start(Thread::new);

    IntStream.range(0, 3).forEach(mailbox::offer);

    assertThat(List.of(next(), next(), next())).hasSize(3);
    assertThat(mailbox.stop(PATIENCE)).isTrue();
  }

  @Test
  void handlerIsNeverCalledByTwoThreads() {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var handled = new AtomicInteger();
    Consumer<List<Integer>> handler =
        batch -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          handled.addAndGet(batch.size());
          inside.decrementAndGet();
        };
    var mailbox = new BatchingQueue<>("test", 1000, 7, handler);
    mailbox.start(Thread::new);
    Runnable work = () -> handler.accept(List.of(0));

    IntStream.range(0, 1000)
        .parallel()
        .forEach(letter -> assertThat(mailbox.handleHere(work) || mailbox.offer(letter)).isTrue());

    assertThat(mailbox.stop(PATIENCE)).isTrue();
    assertThat(most).hasValue(1);
    assertThat(handled).hasValue(1000);
  }

  @Test
  void whoFindsTheMailboxIdleDoesItsWorkItself() {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    var worker = new AtomicReference<Thread>();

    assertThat(mailbox.handleHere(() -> worker.set(Thread.currentThread()))).isTrue();

    assertThat(worker).hasValue(Thread.currentThread());
    assertThat(mailbox.handleHere(() -> {})).isTrue();
  }

  @Test
  void nobodyOvertakesALetterThatIsInside() throws Exception {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    mailbox.offer(0);

    assertThat(mailbox.handleHere(() -> batches.add(List.of(1)))).isFalse();

    mailbox.start(Thread::new);
    assertThat(next()).containsExactly(0);
    assertThat(mailbox.stop(PATIENCE)).isTrue();
    assertThat(batches).isEmpty();
  }

  @Test
  void lettersWaitForWhoDoesItsWorkItself() throws Exception {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    mailbox.start(Thread::new);

    boolean done =
        mailbox.handleHere(
            () -> {
              mailbox.offer(1);
              assertThat(mailbox.handleHere(() -> {})).isFalse();
              batches.add(List.of(0));
            });

    assertThat(done).isTrue();
    assertThat(next()).containsExactly(0);
    assertThat(next()).containsExactly(1);
    assertThat(mailbox.stop(PATIENCE)).isTrue();
  }

  @Test
  void failureOfWhoDoesItsWorkItselfLeavesTheMailboxUsable() {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);

    boolean done =
        mailbox.handleHere(
            () -> {
              throw new IllegalStateException("on purpose");
            });

    assertThat(done).isTrue();
    assertThat(mailbox.handleHere(() -> {})).isTrue();
  }

  @Test
  void closedMailboxLetsNobodyDoItsWork() {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    mailbox.close();

    assertThat(mailbox.handleHere(() -> {})).isFalse();
  }

  @Test
  void stopWaitsForWhoDoesItsWorkItself() throws Exception {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    mailbox.start(Thread::new);
    var leave = new CountDownLatch(1);
    var entered = new CountDownLatch(1);
    var caller =
        new Thread(
            () ->
                mailbox.handleHere(
                    () -> {
                      entered.countDown();
                      awaitQuietly(leave);
                    }));
    caller.start();
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(mailbox.stop(Duration.ofMillis(1))).isFalse();

    leave.countDown();
    assertThat(mailbox.stop(PATIENCE)).isTrue();
  }

  @Test
  void interruptedMailboxHandlesWhatItHoldsAndEnds() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    var mailbox = new BatchingQueue<>("test", 100, 10, batches::add);
    mailbox.start(
        task -> {
          threads.add(new Thread(task));
          return threads.get(0);
        });

    threads.get(0).interrupt();
    threads.get(0).join(10_000);

    assertThat(threads.get(0).isAlive()).isFalse();
    assertThat(mailbox.offer(1)).isFalse();
  }

  @Test
  void stopIsOverInItsTimeThoughTheHandlerIsNot() throws Exception {
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var mailbox =
        new BatchingQueue<Integer>(
            "test",
            100,
            1,
            batch -> {
              entered.countDown();
              awaitQuietly(leave);
            });
    mailbox.start(Thread::new);
    mailbox.offer(0);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(mailbox.stop(Duration.ofMillis(1))).isFalse();

    leave.countDown();
    assertThat(mailbox.stop(PATIENCE)).isTrue();
  }

  @Test
  void letterThatComesWhileTheMailboxClosesIsEitherRefusedOrHandled() throws Exception {
    for (int round = 0; round < 50; round++) {
      List<Integer> handled = Collections.synchronizedList(new ArrayList<>());
      List<Integer> taken = new ArrayList<>();
      var mailbox = new BatchingQueue<Integer>("test", 1_000_000, 100, handled::addAll);
      mailbox.start(Thread::new);
      var closer = new Thread(mailbox::close);
      closer.start();
      int letter = 0;
      while (mailbox.offer(letter)) {
        taken.add(letter++);
      }

      closer.join();
      assertThat(mailbox.stop(PATIENCE)).isTrue();
      assertThat(handled).hasSameSizeAs(taken);
    }
  }

  @Test
  void idleMailboxDoesNotStandStillHoweverLong() {
    var nanos = new AtomicLong();
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add, nanos::get);
    nanos.addAndGet(LIMIT.toNanos() * 10);

    assertThat(mailbox.standstill(LIMIT)).isEmpty();

    mailbox.offer(1);
    assertThat(mailbox.standstill(LIMIT)).as("its idle time does not count").isEmpty();
  }

  @Test
  void mailboxWhoseHandlerDoesNotReturnStandsStillWhereItsThreadIs() throws Exception {
    var nanos = new AtomicLong();
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var mailbox =
        new BatchingQueue<Integer>(
            "test",
            100,
            1,
            batch -> {
              entered.countDown();
              awaitQuietly(leave);
            },
            nanos::get);
    mailbox.start(Thread::new);
    mailbox.offer(0);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    nanos.addAndGet(LIMIT.toNanos() - 1);
    assertThat(mailbox.standstill(LIMIT)).isEmpty();
    nanos.addAndGet(1);
    assertThat(mailbox.standstill(LIMIT))
        .hasValueSatisfying(
            found -> {
              assertThat(found.name()).isEqualTo("test");
              assertThat(found.time()).isEqualTo(LIMIT);
              assertThat(found.stack())
                  .anyMatch(f -> f.getClassName().equals(getClass().getName()));
            });

    leave.countDown();
    assertThat(mailbox.stop(PATIENCE)).isTrue();
    assertThat(mailbox.standstill(LIMIT)).isEmpty();
  }

  @Test
  void whoDoesItsWorkItselfIsFoundWhereItStands() {
    var nanos = new AtomicLong();
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add, nanos::get);
    var found = new AtomicReference<Optional<Standstill>>();

    mailbox.handleHere(
        () -> {
          nanos.addAndGet(LIMIT.toNanos());
          found.set(mailbox.standstill(LIMIT));
        });

    assertThat(found.get()).isPresent();
    assertThat(mailbox.standstill(LIMIT)).isEmpty();
  }

  @Test
  void mailboxThatWorksBatchAfterBatchDoesNotStandStill() {
    var nanos = new AtomicLong();
    List<Optional<Standstill>> found = Collections.synchronizedList(new ArrayList<>());
    var self = new AtomicReference<BatchingQueue<Integer>>();
    self.set(
        new BatchingQueue<>(
            "test",
            100,
            1,
            batch -> {
              nanos.addAndGet(LIMIT.toNanos() * 3 / 4);
              found.add(self.get().standstill(LIMIT));
            },
            nanos::get));
    IntStream.range(0, 20).forEach(self.get()::offer);
    self.get().start(Thread::new);

    assertThat(self.get().stop(PATIENCE)).isTrue();
    assertThat(found).hasSize(20).containsOnly(Optional.empty());
  }

  @Test
  void mailboxWhoseThreadIsNotThereStandsStill() {
    var nanos = new AtomicLong();
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add, nanos::get);
    mailbox.offer(1);
    nanos.addAndGet(LIMIT.toNanos());

    assertThat(mailbox.standstill(LIMIT)).map(Standstill::stack).contains(List.of());
  }

  @Test
  void drainedMailboxHoldsNothing() {
    var mailbox = new BatchingQueue<>("test", 100, 3, batches::add);
    mailbox.offer(1);
    mailbox.offer(2);

    assertThat(mailbox.drain()).containsExactly(1, 2);

    assertThat(mailbox.size()).isZero();
    assertThat(mailbox.handleHere(() -> {})).isTrue();
  }

  private List<Integer> next() throws InterruptedException {
    return batches.poll(10, TimeUnit.SECONDS);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
