// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * The ways through the engine. A key of a flow always has the same lane, and a lane handles what it
 * is given one after the other, in order of arrival; different lanes work side by side. All that
 * waits in a lane shares one transaction. A flow whose sagas are stored elsewhere has lanes of its
 * own, so that a slow store holds up no other flow; there each request is stored by itself.
 */
@SingletonBean
public final class Lanes {

  private final LaneGroup own;
  private final Map<FlowName, LaneGroup> remote = new HashMap<>();

  /** Where all sagas are in the server's database. */
  public Lanes(LaneSettings settings, BatchExecutor work) {
    this(settings, work, RemoteProcessors.NONE);
  }

  @Inject
  public Lanes(LaneSettings settings, BatchExecutor work, RemoteProcessors processors) {
    this.own = new LaneGroup("flow-manager-lane-", settings.count(), settings, work);
    processors
        .byFlow()
        .forEach((flow, processor) -> remote.put(flow, of(flow, settings, work.with(processor))));
  }

  private static LaneGroup of(FlowName flow, LaneSettings settings, BatchExecutor work) {
    return new LaneGroup("flow-manager-" + flow + "-", settings.remoteCount(), settings, work);
  }

  public void start(ThreadFactory threads) {
    groups().forEach(group -> group.start(threads));
  }

  private Stream<LaneGroup> groups() {
    return Stream.concat(Stream.of(own), remote.values().stream());
  }

  /**
   * Puts the request into the lane of its key, whose thread processes it.
   *
   * @return completes with the answer once it is stored; exceptionally with {@link
   *     StoreUnavailableException} when it could not be stored
   * @throws LaneFullException when too much waits in that lane, or the server shuts down
   */
  public CompletionStage<Answer> enqueue(String key, EngineRequest request) {
    LaneGroup elsewhere = remote.get(request.flow());
    return (elsewhere == null ? own : elsewhere).enqueue(key, request);
  }

  /**
   * Processes the request on the caller's thread if its lane is idle, which saves two changes of
   * thread; else enqueues it. The caller must be free to wait for the database, and in no
   * transaction; it never waits for a store elsewhere.
   *
   * @return see {@link #enqueue}
   * @throws LaneFullException see {@link #enqueue}
   */
  public CompletionStage<Answer> runInline(String key, EngineRequest request) {
    LaneGroup elsewhere = remote.get(request.flow());
    return elsewhere == null ? own.runInline(key, request) : elsewhere.enqueue(key, request);
  }

  /**
   * The lanes in which something waits and that have made no progress for that long. A lane that
   * waits for a store elsewhere is none of them: restarting the server would not make it faster.
   */
  public List<Standstill> standstills(Duration limit) {
    return own.standstills(limit);
  }

  /** How much waits in all lanes. */
  public int waiting() {
    return groups().mapToInt(LaneGroup::waiting).sum();
  }

  /** Whether more than half of what one of the lanes can hold waits in it. */
  public boolean isAnyHalfFull() {
    return groups().anyMatch(LaneGroup::isAnyHalfFull);
  }

  /**
   * Takes nothing in any more and waits until all that was taken in is answered, at most about that
   * long. Whoever waits longer is answered with {@link StoreUnavailableException}, though a request
   * that a lane has begun may still be stored.
   *
   * @return whether all that was taken in has been handled
   */
  public boolean stop(Duration patience) {
    groups().forEach(LaneGroup::close);
    Deadline deadline = Deadline.after(patience);
    boolean isHandled = own.stop(deadline);
    for (LaneGroup group : remote.values()) {
      isHandled &= group.stop(deadline);
    }
    return isHandled;
  }
}
