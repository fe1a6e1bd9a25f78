// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.concurrent.BoundedExecutor;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Bounded work that asks the database on threads of the workers, so that it can be watched. */
@SingletonBean
public final class StoreQueues {

  private final Workers workers;
  private final List<BoundedExecutor> open = new CopyOnWriteArrayList<>();

  @Inject
  public StoreQueues(Workers workers) {
    this.workers = workers;
  }

  /**
   * A further one.
   *
   * @param name what the log calls it
   */
  BoundedExecutor open(String name, int maxRunning, int maxWaiting) {
    var queue = new BoundedExecutor(name, workers, maxRunning, maxWaiting);
    open.add(queue);
    return queue;
  }

  /** Those in which tasks wait and none has ended for that long. */
  public List<Standstill> standstills(Duration limit) {
    return open.stream().flatMap(queue -> queue.standstill(limit).stream()).toList();
  }
}
