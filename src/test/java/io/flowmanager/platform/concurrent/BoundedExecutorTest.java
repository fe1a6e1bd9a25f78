// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {

  /** Tasks that have got a thread, which runs when the test says so. */
  private final Deque<Runnable> threads = new ArrayDeque<>();

  private final List<Integer> done = new ArrayList<>();
  private boolean exhausted;

  private final BoundedExecutor executor = new BoundedExecutor("test", this::thread, 2, 3);

  private void thread(Runnable task) {
    if (exhausted) {
      throw new RejectedExecutionException("no thread");
    }
    threads.add(task);
  }

  private void submit(int task) {
    executor.execute(() -> done.add(task));
  }

  @Test
  void onlySoManyRunAndTheOthersFollowInOrder() {
    IntStream.range(0, 5).forEach(this::submit);
    assertThat(threads).hasSize(2);

    while (!threads.isEmpty()) {
      assertThat(threads).hasSizeLessThanOrEqualTo(2);
      threads.remove().run();
    }

    assertThat(done).containsExactlyInAnyOrder(0, 1, 2, 3, 4).startsWith(0);
  }

  @Test
  void tasksThatWaitWhileNoneEndsStandStill() {
    submit(0);
    submit(1);
    assertThat(executor.standstill(Duration.ZERO)).as("nothing waits").isEmpty();

    submit(2);
    assertThat(executor.standstill(Duration.ofHours(1))).isEmpty();
    assertThat(executor.standstill(Duration.ZERO)).map(Standstill::name).contains("test");

    threads.remove().run();
    assertThat(executor.standstill(Duration.ZERO)).isEmpty();
  }

  @Test
  void taskBeyondBothBoundsIsRefused() {
    IntStream.range(0, 5).forEach(this::submit);

    assertThatThrownBy(() -> submit(5))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("3 tasks");
  }

  @Test
  void failingTaskGivesItsPlaceToTheNext() {
    executor.execute(
        () -> {
          throw new IllegalStateException("task");
        });
    IntStream.range(1, 5).forEach(this::submit);

    assertThatThrownBy(() -> threads.remove().run()).hasMessage("task");
    while (!threads.isEmpty()) {
      threads.remove().run();
    }

    assertThat(done).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void placesAreFreeAgainAfterTheWork() {
    for (int round = 0; round < 10; round++) {
      IntStream.range(0, 5).forEach(this::submit);
      while (!threads.isEmpty()) {
        threads.remove().run();
      }
    }

    assertThat(done).hasSize(50);
  }

  @Test
  void waitingTasksAreDoneThoughNoFurtherThreadCanBeHad() {
    IntStream.range(0, 5).forEach(this::submit);
    exhausted = true;

    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    exhausted = false;
    submit(5);

    assertThat(done).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(threads).hasSize(1);
  }

  @Test
  void refusalOfTheThreadsIsTheCallers() {
    exhausted = true;

    assertThatThrownBy(() -> submit(0)).hasMessage("no thread");

    exhausted = false;
    submit(1);
    assertThat(threads).hasSize(1);
  }

  @Test
  void threadOfTheCallerMayDoTheWork() {
    var inline = new BoundedExecutor("inline", Runnable::run, 1, 0);

    inline.execute(() -> done.add(0));
    inline.execute(() -> done.add(1));

    assertThat(done).containsExactly(0, 1);
  }
}
