// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.managedthreads.saga.adapter.script;

import jakarta.enterprise.concurrent.ManagedExecutorService;

/** Knows jakarta.enterprise.concurrent, which is fenced off from scripts. */
public final class ThreadedScript {

  void run(ManagedExecutorService threads) {
    threads.shutdown();
  }
}
