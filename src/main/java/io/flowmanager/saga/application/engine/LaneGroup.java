// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.concurrent.BatchingQueue;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.saga.application.store.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * The lanes of one kind of store. A key always has the same lane, and a lane handles what it is
 * given one after the other, in order of arrival; different lanes work side by side. All that waits
 * in a lane is one batch.
 */
final class LaneGroup {

  private final List<BatchingQueue<PendingRequest>> lanes;
  private final BatchExecutor here;
  private final int capacity;

  /**
   * @param name of each lane's thread, before its number
   */
  LaneGroup(String name, int count, LaneSettings settings, BatchExecutor work) {
    this.here = work.answeringItself();
    this.capacity = settings.capacity();
    this.lanes =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new BatchingQueue<PendingRequest>(
                        name + i, settings.capacity(), settings.maxBatch(), work::handle))
            .toList();
  }

  void start(ThreadFactory threads) {
    lanes.forEach(lane -> lane.start(threads));
  }

  /** See {@link Lanes#enqueue}. */
  CompletionStage<Answer> enqueue(String key, EngineRequest request) {
    return enqueue(lanes.get(laneOf(key)), here.pending(request));
  }

  private static CompletionStage<Answer> enqueue(
      BatchingQueue<PendingRequest> lane, PendingRequest pending) {
    if (!lane.offer(pending)) {
      throw new LaneFullException();
    }
    return pending.answer();
  }

  /** See {@link Lanes#runInline}. */
  CompletionStage<Answer> runInline(String key, EngineRequest request) {
    BatchingQueue<PendingRequest> lane = lanes.get(laneOf(key));
    PendingRequest pending = here.pending(request);
    return lane.runInline(() -> here.handle(List.of(pending)))
        ? pending.answer()
        : enqueue(lane, pending);
  }

  private int laneOf(String key) {
    int hash = key.hashCode();
    return Math.floorMod(hash ^ hash >>> 16, lanes.size());
  }

  /** The lanes in which something waits and that have made no progress for that long. */
  List<Standstill> standstills(Duration limit) {
    return lanes.stream().flatMap(lane -> lane.standstill(limit).stream()).toList();
  }

  /** See {@link Lanes#isAnyHalfFull}. */
  boolean isAnyHalfFull() {
    return lanes.stream().anyMatch(lane -> lane.size() > capacity / 2);
  }

  /** How much waits in all lanes. */
  int waiting() {
    return lanes.stream().mapToInt(BatchingQueue::size).sum();
  }

  /** Takes nothing in any more. */
  void close() {
    lanes.forEach(BatchingQueue::close);
  }

  /** Waits for what was taken in, after {@link #close}; see {@link Lanes#stop}. */
  boolean stop(Deadline deadline) {
    lanes.forEach(lane -> lane.stop(deadline.remaining()));
    List<PendingRequest> left = lanes.stream().flatMap(lane -> lane.drain().stream()).toList();
    here.refuse(left);
    return left.isEmpty();
  }
}
