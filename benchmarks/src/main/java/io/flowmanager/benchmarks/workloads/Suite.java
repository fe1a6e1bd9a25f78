// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All workloads by name. */
public final class Suite {

  private static final Map<String, RestWorkload> REST = new LinkedHashMap<>();
  private static final Map<String, Workload> OTHERS = new LinkedHashMap<>();

  static {
    REST.put("rest-order", new RestOrder());
    REST.put("rest-order-commands", new RestOrderCommands());
    REST.put("mixed", new Mixed());
    REST.put("open-loop", new OpenLoop());
    OTHERS.put("kafka-order", new KafkaOrder());
    OTHERS.put("router-order", new RouterOrder());
    OTHERS.put("scale", new Scale());
    OTHERS.put("growth", new Growth());
  }

  private static final List<String> LONG = List.of("scale", "growth");
  private static final List<String> NOT_BRIEF = List.of("router-order", "scale", "growth");

  private Suite() {}

  /** All of them. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(REST.keySet());
    names.addAll(OTHERS.keySet());
    return names;
  }

  /** Without those that take long. */
  public static List<String> usualNames() {
    return names().stream().filter(name -> !LONG.contains(name)).toList();
  }

  /** For a first look. */
  public static List<String> briefNames() {
    return names().stream().filter(name -> !NOT_BRIEF.contains(name)).toList();
  }

  public static List<Workload> of(List<String> names) {
    List<Workload> workloads = new ArrayList<>();
    List<RestWorkload> rest = names.stream().filter(REST::containsKey).map(REST::get).toList();
    if (!rest.isEmpty()) {
      workloads.add(new RestGroup(rest));
    }
    names.stream().filter(OTHERS::containsKey).map(OTHERS::get).forEach(workloads::add);
    return workloads;
  }
}
