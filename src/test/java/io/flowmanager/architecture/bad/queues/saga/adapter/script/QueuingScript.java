// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.queues.saga.adapter.script;

import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.Executor;

/** Knows com.google.common.util.concurrent, which is fenced off from scripts. */
public final class QueuingScript {

  Executor oneAfterTheOther() {
    return MoreExecutors.newSequentialExecutor(Runnable::run);
  }
}
