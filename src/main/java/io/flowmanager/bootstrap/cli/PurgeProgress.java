// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.io.Console;

/** How far a purge has come: a bar that moves in a terminal, elsewhere a line now and then. */
final class PurgeProgress {

  private static final int WIDTH = 30;
  private static final int HUNDRED = 100;
  private static final int PERCENT_PER_LINE = 10;

  private final Terminal terminal;
  private final boolean moves;
  private long shownPercent = -1;

  /**
   * @param moves whether a line may be written over
   */
  PurgeProgress(Terminal terminal, boolean moves) {
    this.terminal = terminal;
    this.moves = moves;
  }

  static PurgeProgress on(Terminal terminal) {
    return new PurgeProgress(terminal, isTerminal(System.console()));
  }

  /** From Java 22 on there is a console whatever it writes to, and it says whether it moves. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  void show(long seen, long all, long deleted) {
    long percent = Math.min(HUNDRED, HUNDRED * seen / Math.max(1, all));
    String text = percent + " %, " + seen + " sagas looked at, " + deleted + " to go or gone";
    if (moves) {
      int full = (int) (WIDTH * percent / HUNDRED);
      terminal.again("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text);
    } else if (percent / PERCENT_PER_LINE != shownPercent / PERCENT_PER_LINE || shownPercent < 0) {
      terminal.print(text);
    }
    shownPercent = percent;
  }

  void end() {
    if (moves && shownPercent >= 0) {
      terminal.print("");
    }
  }
}
