// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
final class Spelling {

  private static final int SHOWN = 80;
  private static final int MOST_SLIPS = 3;

  private record Candidate(String word, int distance) {}

  private Spelling() {}

  /** The text in quotes, cut and without control characters, so that it fits into one line of a message. */
  static String quote(String text) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return '"' + shown.replaceAll("\\p{Cntrl}", "\uFFFD") + '"';
  }

  /** The nearest of the known words, when it is near enough to be meant: a slip for every three letters. */
  static Optional<String> nearest(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    int limit = Math.min(MOST_SLIPS, word.length() / 3);
    return known.stream()
        .map(candidate -> new Candidate(candidate, distance(lower, candidate.toLowerCase(Locale.ROOT), limit)))
        .filter(candidate -> candidate.distance() <= limit)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::word);
  }

  /** Levenshtein distance; anything above the limit is given as one more than the limit. */
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      if (nextRow(row, left.charAt(i - 1), right) > limit) {
        return limit + 1;
      }
    }
    return row[right.length()];
  }

  /** Turns the row of one letter into that of the next; answers its least value, below which no later one falls. */
  private static int nextRow(int[] row, char letter, String right) {
    int diagonal = row[0];
    int least = ++row[0];
    for (int j = 1; j < row.length; j++) {
      int replaced = diagonal + (letter == right.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      least = Math.min(least, row[j]);
    }
    return least;
  }
}
