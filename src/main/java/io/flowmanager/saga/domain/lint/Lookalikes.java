// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the labels that may look like each other without comparing each with all: those that become
 * the same when a letter or two are left out of one of their words. Where very many labels do, they
 * follow a scheme and are not compared.
 */
final class Lookalikes {

  private static final int LONGEST_LABEL = 64;
  private static final int SHORTEST_WORD = 4;
  private static final int LONG_WORD = 9;
  private static final int LONGEST_WORD = 16;
  private static final int SCHEME = 20;

  private final Map<String, List<String>> byRest = new HashMap<>();

  /**
   * @param labels each one once
   */
  Lookalikes(Collection<String> labels) {
    for (String label : labels) {
      rests(label)
          .forEach(rest -> byRest.computeIfAbsent(rest, r -> new ArrayList<>(2)).add(label));
    }
  }

  /** Other labels that are worth a closer look. */
  Set<String> of(String label) {
    Set<String> found = new LinkedHashSet<>();
    for (String rest : rests(label)) {
      List<String> same = byRest.getOrDefault(rest, List.of());
      if (same.size() <= SCHEME) {
        found.addAll(same);
      }
    }
    found.remove(label);
    return found;
  }

  /** What is left of the label without borders of words, and without a letter or two. */
  private static Set<String> rests(String label) {
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

  private static Set<String> shortened(String word) {
    if (word.length() < SHORTEST_WORD || Character.isDigit(word.charAt(0))) {
      return Set.of();
    }
    Set<String> shorter = withoutOneLetter(word);
    if (word.length() >= LONG_WORD && word.length() <= LONGEST_WORD) {
      Set<String> twice = new LinkedHashSet<>(shorter);
      shorter.forEach(once -> twice.addAll(withoutOneLetter(once)));
      return twice;
    }
    return shorter;
  }

  private static Set<String> withoutOneLetter(String word) {
    Set<String> shorter = new LinkedHashSet<>();
    for (int i = 0; i < word.length(); i++) {
      shorter.add(word.substring(0, i) + word.substring(i + 1));
    }
    return shorter;
  }
}
