// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.results.Line;

/**
 * Orders over REST whose every state sends a command to a participant, in turn with orders without
 * commands.
 */
public final class RestOrderCommands implements RestWorkload {

  private static final String NAME = "rest-order-commands";
  private static final int CONNECTIONS = 64;

  @Override
  public void warmUp(Bench bench, RestStage stage) throws Exception {
    stage.flowManagerWithCommands().run(CONNECTIONS, bench.plan().warmUp() / 3);
  }

  @Override
  public void run(Bench bench, RestStage stage) throws Exception {
    for (int round = 1; round <= bench.plan().rounds(); round++) {
      Line without = Line.of(NAME, "without-commands").number("round", round);
      bench.measure(without, stage.flowManager(), CONNECTIONS);
      Line with = Line.of(NAME, HttpContender.FLOW_MANAGER).number("round", round);
      double before = stage.sink().count();
      Measurement measured =
          Measurement.of(
              stage.flowManagerWithCommands(),
              bench.database(),
              CONNECTIONS,
              bench.plan().seconds());
      double commands = stage.sink().count() - before;
      with.number("connections", CONNECTIONS)
          .number("commandsPerSaga", commands / measured.outcome().conversations());
      bench.note(measured.describe(with));
    }
  }
}
