// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofDays(1);

  private final Schedule schedule = new Schedule();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    var daemons = new DaemonThreads();
    schedule.open(
        work -> {
          Thread thread = daemons.newThread(work);
          threads.add(thread);
          return thread;
        });
  }

  @AfterEach
  void cancel() {
    schedule.cancel();
  }

  @Test
  void recurringTaskRunsAtOnceAndAgain() throws Exception {
    var runs = new CountDownLatch(3);

    schedule.every(SHORT, runs::countDown);

    await(runs);
  }

  @Test
  void recurringTaskThatHasRunWaitsForItsInterval() throws Exception {
    var slow = new AtomicInteger();
    var quick = new CountDownLatch(10);
    schedule.every(LONG, slow::incrementAndGet);
    schedule.every(SHORT, quick::countDown);

    await(quick);
    schedule.cancel();
    joinAll();

    assertThat(slow).hasValue(1);
  }

  @Test
  void taskThatHangsDelaysNoOther() throws Exception {
    var hanging = new CountDownLatch(2);
    var end = new CountDownLatch(1);
    schedule.every(LONG, () -> hang(hanging, end));
    schedule.every(LONG, () -> hang(hanging, end));
    await(hanging);
    var others = new CountDownLatch(4);

    schedule.every(SHORT, others::countDown);
    schedule.later(others::countDown);

    await(others);
    end.countDown();
  }

  private static void hang(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void recurringTaskThatFailsIsTriedAgain() throws Exception {
    var runs = new CountDownLatch(3);

    schedule.every(
        SHORT,
        () -> {
          runs.countDown();
          throw new IllegalStateException("for the test");
        });

    await(runs);
  }

  @Test
  void nothingBeginsAfterACancel() throws Exception {
    var begun = new CountDownLatch(1);
    var late = new AtomicInteger();
    schedule.every(LONG, begun::countDown);
    await(begun);

    schedule.later(late::incrementAndGet);
    schedule.cancel();
    joinAll();

    assertThat(late).hasValue(0);
  }

  @Test
  void whatHasBegunEndsUndisturbedAfterACancel() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var undisturbed = new AtomicInteger();
    schedule.every(
        LONG,
        () -> {
          hang(begun, end);
          undisturbed.set(Thread.currentThread().isInterrupted() ? -1 : 1);
        });
    await(begun);

    schedule.cancel();
    end.countDown();
    joinAll();

    assertThat(undisturbed).hasValue(1);
  }

  private void joinAll() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
