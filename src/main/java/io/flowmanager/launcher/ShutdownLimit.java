// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import io.flowmanager.launcher.settings.LauncherSettings;
import io.flowmanager.launcher.settings.UnusableSettingException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Ends a shutdown that hangs, some time after the application should have ended its work: a stop
 * must not depend on every component.
 */
public final class ShutdownLimit extends TimerTask {

  private static final Duration AFTER_PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);

  private final Duration limit;

  private ShutdownLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * @throws UnusableSettingException when the application's patience cannot be used
   */
  public static Duration read(LauncherSettings settings) {
    return settings
        .duration("flow-manager.stop.patience", Duration.ZERO, LONGEST_PATIENCE)
        .plus(AFTER_PATIENCE);
  }

  static void install(Duration limit) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> arm(limit), "shutdown-limit"));
  }

  /** To be called when the shutdown begins. */
  static void arm(Duration limit) {
    new Timer("shutdown-limit", true).schedule(new ShutdownLimit(limit), limit.toMillis());
  }

  @Override
  public void run() {
    System.err.println("The server did not stop within " + limit.toSeconds() + " s and is killed.");
    Runtime.getRuntime().halt(1);
  }
}
