// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

/** A workload that shares its servers with others. */
public interface RestWorkload {

  /** Brings what it uses to its usual speed. */
  void warmUp(Bench bench, RestStage stage) throws Exception;

  void run(Bench bench, RestStage stage) throws Exception;
}
