// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadOutcome;

/** Something that takes orders from their start to their end. */
interface Contender {

  String name();

  /** What is to be done before a run is counted. */
  default void prepare(int connections, double seconds) throws Exception {}

  LoadOutcome run(int connections, double seconds) throws Exception;

  /** What it has used so far. */
  Counters counters() throws Exception;

  /** How many orders it says have come to their end, all in all. */
  double finished() throws Exception;
}
