// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives each state a name that Mermaid and DOT accept without quotes. */
final class StepKeys {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

  /** In lower case: keywords of both formats, and words that break Mermaid's parser. */
  private static final Set<String> RESERVED =
      Set.of(
          "call",
          "class",
          "classdef",
          "click",
          "constructor",
          "default",
          "digraph",
          "direction",
          "edge",
          "end",
          "flowchart",
          "graph",
          "href",
          "interpolate",
          "linkstyle",
          "node",
          "strict",
          "style",
          "subgraph");

  private final Map<String, String> keys;

  private StepKeys(Map<String, String> keys) {
    this.keys = keys;
  }

  static StepKeys of(MachineDefinition machine) {
    List<String> ids = machine.states().stream().map(State::id).toList();
    Set<String> plain = ids.stream().filter(StepKeys::isPlain).collect(Collectors.toSet());
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      keys.put(id, plain.contains(id) ? id : free("state" + (i + 1), plain));
    }
    return new StepKeys(keys);
  }

  String of(String id) {
    return keys.get(id);
  }

  private static boolean isPlain(String id) {
    return WORD.matcher(id).matches() && !RESERVED.contains(id.toLowerCase(Locale.ROOT));
  }

  private static String free(String wanted, Set<String> plain) {
    String key = wanted;
    while (plain.contains(key)) {
      key += "_";
    }
    return key;
  }
}
