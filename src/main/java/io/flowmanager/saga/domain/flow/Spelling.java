// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the word that a misspelt one may stand for, and shows words in messages. */
public final class Spelling {

  private static final int SHOWN = 80;
  private static final int MOST_SLIPS = 3;
  private static final int MOST_LETTERS = 64;
  private static final int MOST_WORDS = 500;

  private record Candidate(String word, int distance) {}

  private Spelling() {}

  /**
   * The text in quotes, cut and without control characters, so that it fits into one line of a
   * message.
   */
  public static String quote(String text) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return '"' + shown.replaceAll("\\p{Cntrl}", "\uFFFD") + '"';
  }

  /**
   * The nearest of the known words, when it is near enough to be meant: a slip for every three
   * letters. There is no advice on very long words, or among very many words: so the work stays
   * small for any file.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > MOST_LETTERS) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int limit = Math.min(MOST_SLIPS, word.length() / 3);
    return known.stream()
        .limit(MOST_WORDS)
        .map(
            candidate ->
                new Candidate(
                    candidate, distance(lower, candidate.toLowerCase(Locale.ROOT), limit)))
        .filter(candidate -> candidate.distance() <= limit)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::word);
  }

  /**
   * Letters to add, drop, replace or swap; anything above the limit is given as one more than the
   * limit.
   */
  public static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[0];
    int[] last = IntStream.rangeClosed(0, right.length()).toArray();
    for (int i = 1; i <= left.length(); i++) {
      int[] row = nextRow(i, left, right, last, beforeLast);
      if (Arrays.stream(row).min().getAsInt() > limit) {
        return limit + 1;
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }

  private static int[] nextRow(int i, String left, String right, int[] last, int[] beforeLast) {
    int[] row = new int[right.length() + 1];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      boolean same = left.charAt(i - 1) == right.charAt(j - 1);
      row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
      if (i > 1
          && j > 1
          && left.charAt(i - 1) == right.charAt(j - 2)
          && left.charAt(i - 2) == right.charAt(j - 1)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    return row;
  }
}
