// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.concurrent.BoundedExecutor;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.router.application.call.StoreThreads;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Produces the executors, each with limits of its own, on the threads of {@link Workers}. */
@Dependent
final class ThreadProducers {

  private static final int MOST_WAITING_LINTS = 10;
  private static final int MOST_WAITING_CHECKS = 1000;

  @Produces
  @Singleton
  @ThreadsFor(Work.ANSWERS)
  static Executor answers(Workers workers) {
    return workers::execute;
  }

  @Produces
  @Singleton
  @ThreadsFor(Work.READS)
  static Executor reads(StartupConfiguration configuration, StoreQueues queues) {
    Settings.ReaderSettings readers = configuration.settings().readers();
    return queues.open("flow-manager-readers", readers.threads(), readers.waiting());
  }

  @Produces
  @Singleton
  @ThreadsFor(Work.CHECKS)
  static Executor checks(Workers workers) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new BoundedExecutor("flow-manager-checks", workers, threads, MOST_WAITING_CHECKS);
  }

  @Produces
  @Singleton
  @ThreadsFor(Work.LINT)
  static Executor lint(Workers workers) {
    return new BoundedExecutor("flow-manager-lint", workers, 1, MOST_WAITING_LINTS);
  }

  @Produces
  @Singleton
  @ThreadsFor(Work.HOOKS)
  static Executor hooks(Workers workers) {
    return workers.forScripts();
  }

  @Produces
  @Singleton
  @ThreadsFor(Work.ROUTER_CALLS)
  static StoreThreads routerCalls(StartupConfiguration configuration, StoreQueues queues) {
    Settings.ReaderSettings readers = configuration.settings().readers();
    return new StoreThreads(
        queues.open("flow-manager-router-calls", readers.threads(), readers.waiting()));
  }

  /** Each message asks the store, so threads of their own: what waits is bounded by the readers. */
  @Produces
  @Singleton
  @ThreadsFor(Work.ROUTER_MESSAGES)
  static StoreThreads routerMessages(StartupConfiguration configuration, StoreQueues queues) {
    int threads = configuration.settings().readers().threads();
    return new StoreThreads(
        queues.open("flow-manager-router-messages", threads, Integer.MAX_VALUE));
  }
}
