// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.document;

import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowWarning;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the faults and warnings of a document, and returns them in the order of the document.
 */
public final class Findings {

  private record Found<T>(List<Integer> position, T what) {}

  private final List<Found<FlowFault>> faults = new ArrayList<>();
  private final List<Found<FlowWarning>> warnings = new ArrayList<>();
  private final Map<JsonObject, Map<String, Integer>> ranks = new IdentityHashMap<>();

  void fault(Node node, String message) {
    faults.add(new Found<>(node.position(), new FlowFault(node.pointer(), message)));
  }

  void warning(Node node, FlowWarning.Kind kind, String message) {
    warnings.add(new Found<>(node.position(), new FlowWarning(kind, node.pointer(), message)));
  }

  public List<FlowFault> faults() {
    return inOrder(faults);
  }

  public List<FlowWarning> warnings() {
    return inOrder(warnings);
  }

  /**
   * Which member of the object the key is, counted once per object: a file may have very many
   * members.
   */
  int rank(JsonObject object, String key) {
    return ranks.computeIfAbsent(object, Findings::ranksOf).get(key);
  }

  private static Map<String, Integer> ranksOf(JsonObject object) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String key : object.keySet()) {
      ranks.put(key, ranks.size());
    }
    return ranks;
  }

  private static <T> List<T> inOrder(List<Found<T>> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Found::position, Findings::compare))
        .map(Found::what)
        .toList();
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
