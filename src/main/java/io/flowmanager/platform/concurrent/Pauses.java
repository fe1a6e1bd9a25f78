// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets threads wait for time to pass. */
public final class Pauses {

  private Pauses() {}

  /**
   * Holds the calling thread up for that time.
   *
   * @return false if it was interrupted, and waited no longer; the interrupt stays set
   */
  public static boolean pause(Duration time) {
    try {
      boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
      return !never;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
