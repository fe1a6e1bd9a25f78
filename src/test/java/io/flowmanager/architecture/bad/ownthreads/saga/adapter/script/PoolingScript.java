// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Makes a pool. */
public final class PoolingScript {

  Executor workers() {
    return Executors.newCachedThreadPool();
  }
}
