// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Threads that wait for the reads of stores elsewhere: of each flow its own few. */
public final class RemoteReaders {

  private final Map<FlowName, Executor> byFlow = new ConcurrentHashMap<>();
  private final Function<FlowName, Executor> open;

  /**
   * @param open makes the executor of a flow, which may refuse a task with {@link
   *     java.util.concurrent.RejectedExecutionException}
   */
  public RemoteReaders(Function<FlowName, Executor> open) {
    this.open = open;
  }

  Executor of(FlowName flow) {
    return byFlow.computeIfAbsent(flow, open);
  }
}
