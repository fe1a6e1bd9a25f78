// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Makes a pool without a factory. */
public final class ForkingScript {

  Executor workers() {
    return new ForkJoinPool(1);
  }
}
