// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.concurrent.BoundedExecutor;
import io.flowmanager.platform.concurrent.Standstill;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Executors for bounded database work on threads of the workers, which the watchdog can check. */
@ApplicationScoped
public class StoreQueues {

  private final Workers workers;
  private final List<BoundedExecutor> open = new CopyOnWriteArrayList<>();

  /** For the container's proxy. */
  protected StoreQueues() {
    this(null);
  }

  @Inject
  public StoreQueues(Workers workers) {
    this.workers = workers;
  }

  /**
   * Opens another executor.
   *
   * @param name its name in the log
   */
  BoundedExecutor open(String name, int maxRunning, int maxWaiting) {
    var queue = new BoundedExecutor(name, workers, maxRunning, maxWaiting);
    open.add(queue);
    return queue;
  }

  /** Executors with waiting tasks of which none has ended for that long. */
  public List<Standstill> standstills(Duration limit) {
    return open.stream().flatMap(queue -> queue.standstill(limit).stream()).toList();
  }
}
