// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.concurrent.BatchingQueue;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * The ways through the engine. A key always has the same lane, and a lane handles what it is given
 * one after the other, in order of arrival; different lanes work side by side. All that waits in a
 * lane shares one transaction.
 */
@SingletonBean
public final class Lanes {

  private final List<BatchingQueue<PendingRequest>> lanes;
  private final BatchExecutor here;
  private final int capacity;

  @Inject
  public Lanes(LaneSettings settings, BatchExecutor work) {
    this.here = work.answeringItself();
    this.capacity = settings.capacity();
    this.lanes =
        IntStream.range(0, settings.count())
            .mapToObj(
                i ->
                    new BatchingQueue<PendingRequest>(
                        "flow-manager-lane-" + i,
                        settings.capacity(),
                        settings.maxBatch(),
                        work::handle))
            .toList();
  }

  public void start(ThreadFactory threads) {
    lanes.forEach(lane -> lane.start(threads));
  }

  /**
   * Puts the request into the lane of its key.
   *
   * @return completes with the answer once it is stored; exceptionally with {@link
   *     StoreUnavailableException} when it could not be stored
   * @throws LaneFullException when too much waits in that lane, or the server is going down
   */
  public CompletionStage<Answer> submit(String key, EngineRequest request) {
    return submit(lanes.get(laneOf(key)), here.pending(request));
  }

  private static CompletionStage<Answer> submit(
      BatchingQueue<PendingRequest> lane, PendingRequest pending) {
    if (!lane.offer(pending)) {
      throw new LaneFullException();
    }
    return pending.answer();
  }

  /**
   * Does the same, on the caller's thread if nothing else is in that lane: alone, an event need not
   * wait for other threads to wake up. The caller must be free to wait for the store, and in no
   * transaction.
   */
  public CompletionStage<Answer> handle(String key, EngineRequest request) {
    BatchingQueue<PendingRequest> lane = lanes.get(laneOf(key));
    PendingRequest pending = here.pending(request);
    return lane.handleInline(() -> here.handle(List.of(pending)))
        ? pending.answer()
        : submit(lane, pending);
  }

  private int laneOf(String key) {
    int hash = key.hashCode();
    return Math.floorMod(hash ^ hash >>> 16, lanes.size());
  }

  /** The lanes in which something waits that have not come forward for that long. */
  public List<Standstill> standstills(Duration limit) {
    return lanes.stream().flatMap(lane -> lane.standstill(limit).stream()).toList();
  }

  /** How much waits in all lanes. */
  public int waiting() {
    return lanes.stream().mapToInt(BatchingQueue::size).sum();
  }

  /** Whether more than half of what one of the lanes can hold waits in it. */
  public boolean isAnyHalfFull() {
    return lanes.stream().anyMatch(lane -> lane.size() > capacity / 2);
  }

  /**
   * Takes nothing in any more and waits until all that was taken in is answered, at most about that
   * long. Whoever waits longer is answered with {@link StoreUnavailableException}, though a request
   * that a lane has begun may still be stored.
   *
   * @return whether all that was taken in has been handled
   */
  public boolean stop(Duration patience) {
    lanes.forEach(BatchingQueue::close);
    Deadline deadline = Deadline.after(patience);
    lanes.forEach(lane -> lane.stop(deadline.remaining()));
    List<PendingRequest> left = lanes.stream().flatMap(lane -> lane.drain().stream()).toList();
    here.refuse(left);
    return left.isEmpty();
  }
}
