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
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    IntStream.range(0, 7).forEach(queue::offer);

    queue.start(Thread::new);

    assertThat(next()).containsExactly(0, 1, 2);
    assertThat(next()).containsExactly(3, 4, 5);
    assertThat(next()).containsExactly(6);
    assertThat(queue.stop(PATIENCE)).isTrue();
  }

  @Test
  void fullQueueTakesNothingIn() {
    var queue = new BatchingQueue<>("test", 2, 3, batches::add);

    assertThat(List.of(queue.offer(0), queue.offer(1), queue.offer(2)))
        .containsExactly(true, true, false);
    assertThat(queue.size()).isEqualTo(2);
  }

  @Test
  void stoppedQueueHasHandledWhatItTookInAndTakesNoMore() {
    var queue = new BatchingQueue<>("test", 100, 1, batches::add);
    IntStream.range(0, 50).forEach(queue::offer);
    queue.start(Thread::new);

    assertThat(queue.stop(PATIENCE)).isTrue();

    assertThat(batches).hasSize(50);
    assertThat(queue.offer(50)).isFalse();
  }

  @Test
  void failingHandlerDoesNotStopTheQueue() throws Exception {
    var queue =
        new BatchingQueue<Integer>(
            "test",
            100,
            1,
            batch -> {
              batches.add(batch);
              assertThat(batch).doesNotContain(0);
              throw new IllegalStateException("not 0 either");
            });
    queue.start(Thread::new);

    IntStream.range(0, 3).forEach(queue::offer);

    assertThat(List.of(next(), next(), next())).hasSize(3);
    assertThat(queue.stop(PATIENCE)).isTrue();
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
    var queue = new BatchingQueue<>("test", 1000, 7, handler);
    queue.start(Thread::new);
    Runnable work = () -> handler.accept(List.of(0));

    IntStream.range(0, 1000)
        .parallel()
        .forEach(item -> assertThat(queue.runInline(work) || queue.offer(item)).isTrue());

    assertThat(queue.stop(PATIENCE)).isTrue();
    assertThat(most).hasValue(1);
    assertThat(handled).hasValue(1000);
  }

  @Test
  void whoFindsTheQueueIdleDoesItsWorkInline() {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    var worker = new AtomicReference<Thread>();

    assertThat(queue.runInline(() -> worker.set(Thread.currentThread()))).isTrue();

    assertThat(worker).hasValue(Thread.currentThread());
    assertThat(queue.runInline(() -> {})).isTrue();
  }

  @Test
  void nobodyOvertakesAnItemThatIsInside() throws Exception {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    queue.offer(0);

    assertThat(queue.runInline(() -> batches.add(List.of(1)))).isFalse();

    queue.start(Thread::new);
    assertThat(next()).containsExactly(0);
    assertThat(queue.stop(PATIENCE)).isTrue();
    assertThat(batches).isEmpty();
  }

  @Test
  void itemsWaitForWhoDoesItsWorkInline() throws Exception {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    queue.start(Thread::new);

    boolean done =
        queue.runInline(
            () -> {
              queue.offer(1);
              assertThat(queue.runInline(() -> {})).isFalse();
              batches.add(List.of(0));
            });

    assertThat(done).isTrue();
    assertThat(next()).containsExactly(0);
    assertThat(next()).containsExactly(1);
    assertThat(queue.stop(PATIENCE)).isTrue();
  }

  @Test
  void failureOfWhoDoesItsWorkItselfLeavesTheQueueUsable() {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);

    boolean done =
        queue.runInline(
            () -> {
              throw new IllegalStateException("on purpose");
            });

    assertThat(done).isTrue();
    assertThat(queue.runInline(() -> {})).isTrue();
  }

  @Test
  void closedQueueLetsNobodyDoItsWork() {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    queue.close();

    assertThat(queue.runInline(() -> {})).isFalse();
  }

  @Test
  void stopWaitsForWhoDoesItsWorkItself() throws Exception {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    queue.start(Thread::new);
    var leave = new CountDownLatch(1);
    var entered = new CountDownLatch(1);
    var caller =
        new Thread(
            () ->
                queue.runInline(
                    () -> {
                      entered.countDown();
                      awaitQuietly(leave);
                    }));
    caller.start();
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(queue.stop(Duration.ofMillis(1))).isFalse();

    leave.countDown();
    assertThat(queue.stop(PATIENCE)).isTrue();
  }

  @Test
  void interruptedQueueHandlesWhatItHoldsAndEnds() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    var queue = new BatchingQueue<>("test", 100, 10, batches::add);
    queue.start(
        task -> {
          threads.add(new Thread(task));
          return threads.get(0);
        });

    threads.get(0).interrupt();
    threads.get(0).join(10_000);

    assertThat(threads.get(0).isAlive()).isFalse();
    assertThat(queue.offer(1)).isFalse();
  }

  @Test
  void stopIsOverInItsTimeThoughTheHandlerIsNot() throws Exception {
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var queue =
        new BatchingQueue<Integer>(
            "test",
            100,
            1,
            batch -> {
              entered.countDown();
              awaitQuietly(leave);
            });
    queue.start(Thread::new);
    queue.offer(0);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(queue.stop(Duration.ofMillis(1))).isFalse();

    leave.countDown();
    assertThat(queue.stop(PATIENCE)).isTrue();
  }

  @Test
  void itemThatComesWhileTheQueueClosesIsEitherRefusedOrHandled() throws Exception {
    for (int round = 0; round < 50; round++) {
      List<Integer> handled = Collections.synchronizedList(new ArrayList<>());
      List<Integer> taken = new ArrayList<>();
      var queue = new BatchingQueue<Integer>("test", 1_000_000, 100, handled::addAll);
      queue.start(Thread::new);
      var closer = new Thread(queue::close);
      closer.start();
      int item = 0;
      while (queue.offer(item)) {
        taken.add(item++);
      }

      closer.join();
      assertThat(queue.stop(PATIENCE)).isTrue();
      assertThat(handled).hasSameSizeAs(taken);
    }
  }

  @Test
  void idleQueueDoesNotStandStillHoweverLong() {
    var nanos = new AtomicLong();
    var queue = new BatchingQueue<>("test", 100, 3, batches::add, nanos::get);
    nanos.addAndGet(LIMIT.toNanos() * 10);

    assertThat(queue.standstill(LIMIT)).isEmpty();

    queue.offer(1);
    assertThat(queue.standstill(LIMIT)).as("its idle time does not count").isEmpty();
  }

  @Test
  void queueWhoseHandlerDoesNotReturnStandsStillWhereItsThreadIs() throws Exception {
    var nanos = new AtomicLong();
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var queue =
        new BatchingQueue<Integer>(
            "test",
            100,
            1,
            batch -> {
              entered.countDown();
              awaitQuietly(leave);
            },
            nanos::get);
    queue.start(Thread::new);
    queue.offer(0);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

    nanos.addAndGet(LIMIT.toNanos() - 1);
    assertThat(queue.standstill(LIMIT)).isEmpty();
    nanos.addAndGet(1);
    assertThat(queue.standstill(LIMIT))
        .hasValueSatisfying(
            found -> {
              assertThat(found.name()).isEqualTo("test");
              assertThat(found.time()).isEqualTo(LIMIT);
              assertThat(found.stack())
                  .anyMatch(f -> f.getClassName().equals(getClass().getName()));
            });

    leave.countDown();
    assertThat(queue.stop(PATIENCE)).isTrue();
    assertThat(queue.standstill(LIMIT)).isEmpty();
  }

  @Test
  void whoDoesItsWorkItselfIsFoundWhereItStands() {
    var nanos = new AtomicLong();
    var queue = new BatchingQueue<>("test", 100, 3, batches::add, nanos::get);
    var found = new AtomicReference<Optional<Standstill>>();

    queue.runInline(
        () -> {
          nanos.addAndGet(LIMIT.toNanos());
          found.set(queue.standstill(LIMIT));
        });

    assertThat(found.get()).isPresent();
    assertThat(queue.standstill(LIMIT)).isEmpty();
  }

  @Test
  void queueThatWorksBatchAfterBatchDoesNotStandStill() {
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
  void queueWhoseThreadIsNotThereStandsStill() {
    var nanos = new AtomicLong();
    var queue = new BatchingQueue<>("test", 100, 3, batches::add, nanos::get);
    queue.offer(1);
    nanos.addAndGet(LIMIT.toNanos());

    assertThat(queue.standstill(LIMIT)).map(Standstill::stack).contains(List.of());
  }

  @Test
  void drainedQueueHoldsNothing() {
    var queue = new BatchingQueue<>("test", 100, 3, batches::add);
    queue.offer(1);
    queue.offer(2);

    assertThat(queue.drain()).containsExactly(1, 2);

    assertThat(queue.size()).isZero();
    assertThat(queue.runInline(() -> {})).isTrue();
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
