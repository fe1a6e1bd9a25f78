// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.DaemonThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void anAnswerThatIsMadeAfterTheThreadsWereLetGoIsStillGiven() {
    ThreadPoolExecutor pool = Workers.pool(1, new DaemonThreads());
    var late = new CompletableFuture<String>();
    CompletableFuture<String> answer = late.thenApplyAsync(String::toUpperCase, pool);

    pool.shutdown();
    late.complete("late");

    assertThat(answer).isCompletedWithValue("LATE");
  }
}
