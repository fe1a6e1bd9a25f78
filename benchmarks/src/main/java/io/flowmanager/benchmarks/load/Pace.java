// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/**
 * When conversations begin.
 *
 * @param perSecond so many in a second, whatever the server does (open loop); 0: each connection
 *     begins its next one when the one before has ended (closed loop)
 * @param gapMillis open loop: what lies between two requests of a conversation, by plan
 */
public record Pace(double perSecond, int gapMillis) {

  public static final Pace CLOSED = new Pace(0, 0);

  private static final int GAP_MILLIS = 100;

  public static Pace open(double perSecond) {
    return new Pace(perSecond, GAP_MILLIS);
  }

  boolean isOpen() {
    return perSecond > 0;
  }
}
