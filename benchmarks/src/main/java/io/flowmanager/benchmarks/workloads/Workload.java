// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

/** Something that can be measured by itself: it starts what it needs, and stops it. */
public interface Workload {

  void run(Bench bench) throws Exception;
}
