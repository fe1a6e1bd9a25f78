// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequentialExecutorTest {

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void tasksThatComeTogetherShareAThreadInTheirOrder() {
    var turns = new SequentialExecutor(threads::add);
    IntStream.range(0, 3).forEach(i -> turns.execute(() -> done.add(i)));

    assertThat(threads).hasSize(1);
    threads.remove().run();

    assertThat(done).containsExactly(0, 1, 2);
  }

  @Test
  void laterTaskGetsAThreadOfItsOwn() {
    var turns = new SequentialExecutor(threads::add);
    turns.execute(() -> done.add(0));
    threads.remove().run();

    turns.execute(() -> done.add(1));

    assertThat(done).containsExactly(0);
    threads.remove().run();
    assertThat(done).containsExactly(0, 1);
  }

  @Test
  void failureOfATaskStopsNoOther() {
    var turns = new SequentialExecutor(threads::add);
    turns.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    turns.execute(() -> done.add(1));

    threads.remove().run();

    assertThat(done).containsExactly(1);
  }

  @Test
  void taskForWhichNoThreadIsLentRunsAtOnceAndBlocksNone() {
    var turns =
        new SequentialExecutor(
            task -> {
              throw new RejectedExecutionException("on purpose");
            });

    turns.execute(() -> done.add(0));
    turns.execute(() -> done.add(1));

    assertThat(done).containsExactly(0, 1);
  }

  @Test
  void noTwoTasksRunAtOnceAndNoneIsForgotten() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    var turns = new SequentialExecutor(pool);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();

    IntStream.range(0, 10_000)
        .parallel()
        .forEach(
            i ->
                turns.execute(
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      done.add(i);
                      inside.decrementAndGet();
                    }));

    pool.shutdown();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).hasSize(10_000);
    assertThat(most).hasValue(1);
  }
}
