// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The processes of the demo. None of them outlives it. */
final class Children {

  private static final int SECONDS_TO_STOP = 20;

  // Ctrl-C in a terminal reaches the children as well, and often before it reaches this process.
  private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(1, SECONDS);

  private final List<Process> processes = new ArrayList<>();
  private boolean stopping;

  synchronized Process start(ProcessBuilder command) throws IOException, DemoFault {
    if (stopping) {
      throw new DemoFault("The demo is being stopped.");
    }
    Process process = command.start();
    processes.add(process);
    return process;
  }

  /**
   * Completes when the process ends by itself; never, when it is stopped together with the demo.
   */
  CompletableFuture<Process> endOf(Process process) {
    CompletableFuture<Process> end = new CompletableFuture<>();
    process.onExit().thenAcceptAsync(ended -> complete(end, ended), A_MOMENT_LATER);
    return end;
  }

  /** Returns when all have ended. */
  synchronized void stop() {
    stopping = true;
    processes.forEach(Process::destroy);
    processes.forEach(Children::awaitEnd);
  }

  private synchronized void complete(CompletableFuture<Process> end, Process ended) {
    if (!stopping) {
      end.complete(ended);
    }
  }

  private static void awaitEnd(Process process) {
    process.onExit().completeOnTimeout(process, SECONDS_TO_STOP, SECONDS).join();
    process.destroyForcibly();
  }
}
