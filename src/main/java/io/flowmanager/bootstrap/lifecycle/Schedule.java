// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is done later or again and again, on threads of the server, until the server stops. Made
 * with {@link Lifecycle}, on the thread that deploys: on another one, Payara injects no resources.
 */
@SingletonBean
class Schedule {

  private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

  @Resource private ManagedScheduledExecutorService scheduler;

  private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

  /** Soon, and once. */
  synchronized void later(Runnable look) {
    schedules.add(scheduler.schedule(look, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Now, and each time that long after it has ended. */
  synchronized void every(Duration interval, Runnable task) {
    schedules.add(
        scheduler.scheduleWithFixedDelay(task, 0, interval.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** What has begun may end. */
  synchronized void cancel() {
    schedules.forEach(schedule -> schedule.cancel(false));
  }
}
