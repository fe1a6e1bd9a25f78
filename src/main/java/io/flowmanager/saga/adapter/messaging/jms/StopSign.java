// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the readers to stop; they check it between two steps. */
final class StopSign {

  private final CountDownLatch raised = new CountDownLatch(1);

  void raise() {
    raised.countDown();
  }

  boolean isUp() {
    return raised.getCount() == 0;
  }

  /** Waits at most for that time; returns early when a stop is requested. */
  void pause(Duration time) throws InterruptedException {
    raised.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
