// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.naming;

import io.flowmanager.saga.domain.flow.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How much two different labels look like one. Words count, not letters: labels such as {@code
 * stepOneDone} and {@code stepTwoDone}, {@code paid} and {@code unpaid}, {@code file1} and {@code
 * file2}, {@code item} and {@code items} are meant to differ.
 */
enum Likeness {
  /** They are different words. */
  NONE,
  /**
   * They differ by a letter or two, which may make another word: {@code picked}, {@code packed}.
   */
  NEAR,
  /** Only a slip explains the difference: case, a letter left out or doubled, two swapped. */
  SLIP;

  private static final Pattern BORDERS =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
  private static final int SHORTEST = 4;
  private static final int SURE = 6;
  private static final int LONG = 9;

  static Likeness of(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    if (String.join("", left).equals(String.join("", right))) {
      return SLIP;
    }
    if (left.size() != right.size()) {
      return NONE;
    }
    int[] different =
        IntStream.range(0, left.size()).filter(i -> !left.get(i).equals(right.get(i))).toArray();
    return different.length == 1 ? ofWords(left.get(different[0]), right.get(different[0])) : NONE;
  }

  static List<String> words(String label) {
    return Arrays.stream(BORDERS.split(label))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Likeness ofWords(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    boolean comparable = shorter >= SHORTEST && one.charAt(0) == other.charAt(0);
    if (!comparable || Character.isDigit(one.charAt(0)) || isPlural(one, other)) {
      return NONE;
    }
    int limit = shorter >= LONG ? 2 : 1;
    int distance = Spelling.distance(one, other, limit);
    if (distance > limit) {
      return NONE;
    }
    return distance == 1 && shorter >= SURE && isSlip(one, other) ? SLIP : NEAR;
  }

  private static boolean isPlural(String one, String other) {
    return one.equals(other + "s") || other.equals(one + "s");
  }

  /** Two neighbours swapped, or a letter too few inside the word, where no ending stands. */
  private static boolean isSlip(String one, String other) {
    boolean ending = one.startsWith(other) || other.startsWith(one);
    return one.length() == other.length()
        ? Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray())
        : !ending;
  }
}
