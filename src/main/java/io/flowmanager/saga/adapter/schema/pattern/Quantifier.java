// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.util.Optional;

/**
 * How often something may stand there.
 *
 * @param most {@link #ENDLESS} for any number
 */
record Quantifier(int least, int most) {

  static final int ENDLESS = Integer.MAX_VALUE;

  /** The most that RE2 counts at once. */
  private static final int CHUNK = 1000;

  /**
   * The quantifier that is here, which is passed over.
   *
   * @throws InvalidPatternException when its numbers are out of order
   */
  static Optional<Quantifier> read(Cursor in) {
    Optional<Quantifier> found = greedy(in);
    if (found.isPresent()) {
      in.take("?");
    }
    return found;
  }

  private static Optional<Quantifier> greedy(Cursor in) {
    if (in.take("*")) {
      return Optional.of(new Quantifier(0, ENDLESS));
    }
    if (in.take("+")) {
      return Optional.of(new Quantifier(1, ENDLESS));
    }
    return in.take("?") ? Optional.of(new Quantifier(0, 1)) : counted(in);
  }

  private static Optional<Quantifier> counted(Cursor in) {
    int start = in.position();
    if (in.take("{") && in.isAtDigit()) {
      int least = in.number();
      int most = least;
      if (in.take(",")) {
        most = in.isAtDigit() ? in.number() : ENDLESS;
      }
      if (in.take("}")) {
        if (least > most) {
          throw in.fault("has a quantifier whose numbers are out of order");
        }
        return Optional.of(new Quantifier(least, most));
      }
    }
    in.goBackTo(start);
    return Optional.empty();
  }

  /** How many copies of what it repeats a machine needs. */
  long copies() {
    return most == ENDLESS ? least + 1L : most;
  }

  /** The atom repeated, in the words of RE2. */
  String applyTo(String atom) {
    String group = "(?:" + atom + ")";
    var text = new StringBuilder("(?:");
    for (int left = least; left > 0; left -= CHUNK) {
      text.append(group).append('{').append(Math.min(CHUNK, left)).append('}');
    }
    if (most == ENDLESS) {
      text.append(group).append('*');
    } else {
      for (int left = most - least; left > 0; left -= CHUNK) {
        text.append(group).append("{0,").append(Math.min(CHUNK, left)).append('}');
      }
    }
    return text.append(')').toString();
  }
}
