// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the readers to take nothing in any more; they look at it between two steps. */
final class StopSign {

  private final CountDownLatch raised = new CountDownLatch(1);

  void raise() {
    raised.countDown();
  }

  boolean isUp() {
    return raised.getCount() == 0;
  }

  /** Waits, but not when the sign is up. */
  void pause(Duration time) throws InterruptedException {
    raised.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
