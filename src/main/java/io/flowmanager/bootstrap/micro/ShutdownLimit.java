// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.micro;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Ends a shutdown that hangs: a stop must not depend on the goodwill of every component. */
final class ShutdownLimit extends TimerTask {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private ShutdownLimit() {}

  static void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(ShutdownLimit::arm, "shutdown-limit"));
  }

  /** To be called when the shutdown begins. */
  static void arm() {
    new Timer("shutdown-limit", true).schedule(new ShutdownLimit(), LIMIT.toMillis());
  }

  @Override
  public void run() {
    System.err.println("The server did not stop within " + LIMIT.toSeconds() + " s and is ended.");
    Runtime.getRuntime().halt(1);
  }
}
