// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.processes.GarbageCollections;
import io.flowmanager.benchmarks.processes.ProcessorTime;
import io.flowmanager.benchmarks.systems.Server;
import java.io.IOException;
import java.util.List;

/**
 * What a system has used since its start; processor times in milliseconds.
 *
 * @param batches commits of the event path
 * @param batched events in them
 */
record Counters(
    double serverCpu,
    double loadCpu,
    GarbageCollections collections,
    double batches,
    double batched) {

  static Counters of(List<Server> servers, Process load) throws IOException, InterruptedException {
    var sum = new Counters(0, ProcessorTime.of(load), new GarbageCollections(0, 0), 0, 0);
    for (Server server : servers) {
      sum = sum.plus(server);
    }
    return sum;
  }

  private Counters plus(Server server) throws IOException, InterruptedException {
    return new Counters(
        serverCpu + ProcessorTime.of(server.process()),
        loadCpu,
        collections.plus(GarbageCollections.of(server.process())),
        batches + server.metric("flow_manager_batch_size_count"),
        batched + server.metric("flow_manager_batch_size_sum"));
  }

  Counters minus(Counters earlier) {
    return new Counters(
        serverCpu - earlier.serverCpu,
        loadCpu - earlier.loadCpu,
        collections.minus(earlier.collections),
        batches - earlier.batches,
        batched - earlier.batched);
  }
}
