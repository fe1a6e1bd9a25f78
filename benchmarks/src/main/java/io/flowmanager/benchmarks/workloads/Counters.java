// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.processes.GarbageCollections;
import io.flowmanager.benchmarks.processes.ProcessorTime;
import io.flowmanager.benchmarks.systems.Server;
import java.io.IOException;

/**
 * What a system has used since its start; processor times in milliseconds.
 *
 * @param batches commits of the event path
 * @param batched events in them
 */
record Counters(
    double serverCpu, double loadCpu, GarbageCollections collections, double batches, double batched) {

  static Counters of(Server server, Process load, boolean batching) throws IOException, InterruptedException {
    return new Counters(
        ProcessorTime.of(server.process()),
        ProcessorTime.of(load),
        GarbageCollections.of(server.process()),
        batching ? server.metric("flow_manager_batch_size_count") : 0,
        batching ? server.metric("flow_manager_batch_size_sum") : 0);
  }

  Counters minus(Counters earlier) {
    return new Counters(
        serverCpu - earlier.serverCpu,
        loadCpu - earlier.loadCpu,
        new GarbageCollections(
            collections.count() - earlier.collections.count(),
            collections.seconds() - earlier.collections.seconds()),
        batches - earlier.batches,
        batched - earlier.batched);
  }
}
