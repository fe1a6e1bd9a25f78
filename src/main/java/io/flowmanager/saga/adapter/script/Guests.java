// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Guests that wait for the next run: a new one costs more than most calls do. */
final class Guests {

  /** A guest that has grown beyond this is let go, and its memory with it. */
  private static final int MOST_IDLE_PAGES = 64;

  private final int maximumPages;
  private final Clock clock;
  private final BlockingQueue<Guest> idle;

  Guests(int maximumPages, int mostIdle, Clock clock) {
    this.maximumPages = maximumPages;
    this.clock = clock;
    this.idle = new ArrayBlockingQueue<>(mostIdle);
  }

  /** In any state: restore it before use. */
  Guest take() {
    Guest guest = idle.poll();
    return guest == null ? fresh() : guest;
  }

  Guest fresh() {
    return new Guest(maximumPages, clock);
  }

  void giveBack(Guest guest) {
    if (guest.pages() <= MOST_IDLE_PAGES) {
      guest.forget();
      idle.offer(guest);
    }
  }
}
