// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/**
 * What the application says of its start in a system property, the one thing that it and the
 * launcher both see. It is deployed, and still starting, while it waits for its database.
 */
enum ApplicationStart {
  WAITING,
  RUNNING,
  FAILED;

  private static final String PROPERTY = "io.flowmanager.start";
  private static final long LOOK_MILLIS = 100;

  /** Tells once how the start ended, on a thread that outlives the caller's. */
  static void whenOver(Consumer<ApplicationStart> listener) {
    Timer timer = new Timer("start", false);
    timer.schedule(new Look(timer, listener), 0, LOOK_MILLIS);
  }

  private static ApplicationStart now() {
    return valueOf(System.getProperty(PROPERTY, RUNNING.name()));
  }

  private static final class Look extends TimerTask {

    private final Timer timer;
    private final Consumer<ApplicationStart> listener;

    Look(Timer timer, Consumer<ApplicationStart> listener) {
      this.timer = timer;
      this.listener = listener;
    }

    @Override
    public void run() {
      ApplicationStart start = now();
      if (start != WAITING) {
        timer.cancel();
        listener.accept(start);
      }
    }
  }
}
