// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.document;

import io.flowmanager.saga.domain.flow.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ids of one kind: where each is declared, and where it is referred to. */
public final class Ids<T> {

  private static final int LISTED = 8;
  private static final int ADVISED = 50;

  private record Reference<T>(Node node, T id) {}

  private final String kind;
  private final String section;
  private final Function<T, String> shown;
  private final Map<T, Node> declared = new LinkedHashMap<>();
  private final List<Reference<T>> references = new ArrayList<>();
  private final Map<T, String> advice = new HashMap<>();
  private boolean listed;

  Ids(String kind, String section, Function<T, String> shown) {
    this.kind = kind;
    this.section = section;
    this.shown = shown;
  }

  /**
   * The section that declares the ids could be read: from now on an id that it does not have is a
   * fault.
   */
  public void listed() {
    listed = true;
  }

  public void declare(Node node, T id) {
    Node first = declared.putIfAbsent(id, node);
    if (first != null) {
      node.fault(
          "repeats the id "
              + shown.apply(id)
              + " of "
              + first.pointer()
              + "; every "
              + kind
              + " needs its own");
    }
  }

  public void refer(Node node, T id) {
    references.add(new Reference<>(node, id));
  }

  void check() {
    if (!listed) {
      return;
    }
    Map<String, T> byWord = new LinkedHashMap<>();
    declared.keySet().forEach(id -> byWord.putIfAbsent(word(id), id));
    for (Reference<T> reference : references) {
      if (!declared.containsKey(reference.id())) {
        reference
            .node()
            .fault(
                "refers to the "
                    + kind
                    + " "
                    + shown.apply(reference.id())
                    + ", which "
                    + section
                    + " does not have; "
                    + advice(reference.id(), byWord));
      }
    }
  }

  /**
   * Looks for a near id for the first missing ids only, so that a very broken file is answered soon
   * as well.
   */
  private String advice(T missing, Map<String, T> byWord) {
    return advice.size() < ADVISED
        ? advice.computeIfAbsent(missing, id -> newAdvice(id, byWord))
        : advice.getOrDefault(missing, "known " + kind + "s: " + knownIds());
  }

  private String newAdvice(T id, Map<String, T> byWord) {
    return Spelling.nearest(word(id), byWord.keySet())
        .map(word -> "did you mean " + shown.apply(byWord.get(word)) + "?")
        .orElseGet(() -> "known " + kind + "s: " + knownIds());
  }

  private String knownIds() {
    if (declared.isEmpty()) {
      return "none";
    }
    String ids =
        declared.keySet().stream().limit(LISTED).map(shown).collect(Collectors.joining(", "));
    return declared.size() > LISTED ? ids + " and " + (declared.size() - LISTED) + " more" : ids;
  }

  /** The id without quotes, so that 1 is near to "1". */
  private static String word(Object id) {
    return id.toString().replace("\"", "");
  }
}
