// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Where the participants' processes say what they do. */
public final class Console {

  private Console() {}

  public static void print(String text) {
    System.out.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + "  " + text);
  }
}
