// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.results.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders over REST, no commands: the bare resources, Flow Manager and the floor in turn, on so many
 * connections, so that whatever happens to the machine happens to all of them.
 */
public final class RestOrder implements RestWorkload {

  private static final String NAME = "rest-order";
  private static final double BARE_WARM_UP = 0.5;
  private static final double FLOOR_WARM_UP = 0.2;

  private static List<Contender> contenders(Bench bench, RestStage stage) {
    List<Contender> all = new ArrayList<>();
    all.add(stage.bare(HttpContender.BARE_USUAL));
    all.add(stage.bare(HttpContender.BARE_LEAN));
    all.addAll(stage.earlier());
    all.add(stage.flowManager());
    all.add(stage.floor(1));
    all.add(stage.floor(FloorContender.MANY_STEPS));
    return all.stream().filter(one -> bench.plan().wants(one.name())).toList();
  }

  @Override
  public void warmUp(Bench bench, RestStage stage) throws Exception {
    for (Contender contender : contenders(bench, stage)) {
      double share = share(contender.name());
      if (share > 0) {
        new WarmUp(bench.plan().warmUp() * share).run(contender);
      }
    }
  }

  /** Of the time to warm up; the stage has done so for Flow Manager. */
  private static double share(String name) {
    return switch (name) {
      case HttpContender.FLOW_MANAGER -> 0;
      case HttpContender.BASELINE -> 1;
      case FloorContender.SINGLE, FloorContender.MANY -> FLOOR_WARM_UP;
      default -> BARE_WARM_UP;
    };
  }

  @Override
  public void run(Bench bench, RestStage stage) throws Exception {
    for (int connections : bench.plan().connections()) {
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        measureOneAfterTheOther(bench, stage, connections, round);
      }
    }
  }

  private static void measureOneAfterTheOther(
      Bench bench, RestStage stage, int connections, int round) throws Exception {
    for (Contender contender : contenders(bench, stage)) {
      if (isOfInterest(contender, connections)) {
        Line line = Line.of(NAME, contender.name()).number("round", round);
        bench.measure(line, contender, connections);
      }
    }
  }

  /** What the usual way with JSON costs is the same at all numbers of connections. */
  private static boolean isOfInterest(Contender contender, int connections) {
    return connections == Plan.WARM_UP_CONNECTIONS
        || !contender.name().equals(HttpContender.BARE_USUAL);
  }
}
