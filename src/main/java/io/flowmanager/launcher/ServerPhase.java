// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

/**
 * How far the server is. The launcher moves it on; the HTTP listener, whose classes are loaded by
 * the server, answers accordingly.
 */
public enum ServerPhase {
  STARTING,
  RUNNING,
  STOPPING;

  private static volatile ServerPhase current = STARTING;

  public static ServerPhase current() {
    return current;
  }

  static void enter(ServerPhase phase) {
    current = phase;
  }
}
