// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds labels that may look like another one without comparing each with all: those that become
 * the same when letters are left out of one of their words. A label that is one of many such
 * follows a scheme and looks like none.
 */
final class Lookalikes {

  private static final int LONGEST_LABEL = 64;
  private static final int SHORTEST_WORD = 4;
  private static final int LONG_WORD = 9;
  private static final int LONGEST_WORD = 16;
  private static final int SCHEME = 5;

  private final boolean twoLetters;
  private final Map<String, List<String>> byRest = new HashMap<>();

  /**
   * @param labels each one once
   * @param twoLetters whether long words may lack two letters instead of one
   */
  Lookalikes(Collection<String> labels, boolean twoLetters) {
    this.twoLetters = twoLetters;
    for (String label : labels) {
      for (String rest : rests(label)) {
        byRest.computeIfAbsent(rest, key -> new ArrayList<>(2)).add(label);
      }
    }
  }

  /** Those labels that are worth a closer look. */
  Set<String> of(String label) {
    Set<String> found = new LinkedHashSet<>();
    for (String rest : rests(label)) {
      List<String> same = byRest.getOrDefault(rest, List.of());
      if (same.size() > SCHEME) {
        return Set.of();
      }
      found.addAll(same);
    }
    found.remove(label);
    return found;
  }

  /** What is left of the label without borders of words, and without some letters. */
  private Set<String> rests(String label) {
    Set<String> rests = new LinkedHashSet<>();
    if (label.length() > LONGEST_LABEL) {
      return rests;
    }
    List<String> words = Likeness.words(label);
    rests.add(String.join("", words));
    for (int i = 0; i < words.size(); i++) {
      String before = String.join("", words.subList(0, i));
      String after = String.join("", words.subList(i + 1, words.size()));
      shortened(words.get(i)).forEach(word -> rests.add(before + word + after));
    }
    return rests;
  }

  private Set<String> shortened(String word) {
    Set<String> shorter = new LinkedHashSet<>();
    if (word.length() < SHORTEST_WORD || Character.isDigit(word.charAt(0))) {
      return shorter;
    }
    for (int i = 0; i < word.length(); i++) {
      String once = without(word, i);
      shorter.add(once);
      if (twoLetters && word.length() >= LONG_WORD && word.length() <= LONGEST_WORD) {
        for (int j = i; j < once.length(); j++) {
          shorter.add(without(once, j));
        }
      }
    }
    return shorter;
  }

  private static String without(String word, int letter) {
    return word.substring(0, letter) + word.substring(letter + 1);
  }
}
