// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.SagaId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The commands that a node holds: a queue for each saga. Only the head of a queue may be sent. To
 * be used by one thread.
 */
final class SagaQueues {

  /** When so few claimed commands are left, more are claimed while these are sent. */
  private static final int FEW = 100;

  private final Map<SagaId, Deque<PendingCommand>> queues = new HashMap<>();
  private final DeliveredWatermarks delivered = new DeliveredWatermarks();
  private final Map<Channels.Key, Integer> ofChannels = new HashMap<>();
  private final int capacity;
  private int size;
  private int claimed;

  SagaQueues(int capacity) {
    this.capacity = capacity;
  }

  /** How many more commands fit. */
  int free() {
    return Math.max(0, capacity - size);
  }

  /**
   * Whether the channel already holds as many commands as there is space left for all others. So
   * one slow channel leaves space for the others.
   */
  boolean isFullFor(Channels.Key channel) {
    return free() == 0 || ofChannels.getOrDefault(channel, 0) > free();
  }

  boolean hasFewClaimed() {
    return claimed < FEW;
  }

  /**
   * Whether all earlier commands of the saga are in this queue or delivered. Otherwise some are
   * only in the outbox.
   */
  boolean mayJoin(Dispatch dispatch) {
    Deque<PendingCommand> queue = queues.get(dispatch.command().saga());
    return queue == null
        ? isFirst(dispatch.command().saga(), dispatch.earlier())
        : isNext(queue.getLast(), dispatch.earlier());
  }

  private boolean isFirst(SagaId saga, OptionalLong earlier) {
    return earlier.isEmpty() || delivered.reaches(saga, earlier.getAsLong());
  }

  private static boolean isNext(PendingCommand last, OptionalLong earlier) {
    return earlier.isPresent() && earlier.getAsLong() == last.command().id().sequence();
  }

  /** Appends commands of one saga to its queue. Returns whether the queue was empty. */
  boolean join(List<PendingCommand> run) {
    boolean isNew = !queues.containsKey(run.get(0).saga());
    Deque<PendingCommand> queue =
        queues.computeIfAbsent(run.get(0).saga(), saga -> new ArrayDeque<>());
    queue.addAll(run);
    run.forEach(command -> count(command, 1));
    return isNew;
  }

  /**
   * Adds the claimed commands of one saga, oldest first. Commands that are already here get the new
   * lease; delivered ones are skipped.
   *
   * @return the commands that were not added, because this node still has older commands of the
   *     saga
   */
  List<PendingCommand> renew(List<PendingCommand> run) {
    SagaId saga = run.get(0).saga();
    List<PendingCommand> open =
        run.stream().filter(it -> !delivered.reaches(saga, sequence(it))).toList();
    Deque<PendingCommand> queue = queues.get(saga);
    if (queue == null) {
      if (!open.isEmpty()) {
        join(open);
      }
      return List.of();
    }
    Map<Long, PendingCommand> renewed =
        open.stream().collect(Collectors.toMap(SagaQueues::sequence, it -> it));
    boolean follows = renewed.containsKey(sequence(queue.getLast()));
    for (PendingCommand held : drop(saga)) {
      PendingCommand same = renewed.remove(sequence(held));
      join(List.of(same == null ? held : same));
    }
    List<PendingCommand> rest =
        open.stream().filter(it -> renewed.containsKey(sequence(it))).toList();
    if (follows && !rest.isEmpty()) {
      join(rest);
    }
    return follows ? List.of() : rest;
  }

  boolean has(SagaId saga) {
    return queues.containsKey(saga);
  }

  /** The command with its current lease. */
  PendingCommand current(PendingCommand command) {
    return head(command.saga()).filter(head -> isSame(head, command)).orElse(command);
  }

  /** The oldest command of the saga on this node. */
  Optional<PendingCommand> head(SagaId saga) {
    return Optional.ofNullable(queues.get(saga)).map(Deque::peek);
  }

  private static boolean isSame(PendingCommand one, PendingCommand other) {
    return one.command().id().equals(other.command().id());
  }

  /** Removes the delivered command and returns the new head. */
  Optional<PendingCommand> advance(PendingCommand done) {
    SagaId saga = done.saga();
    delivered.delivered(saga, sequence(done));
    if (head(saga).filter(head -> isSame(head, done)).isPresent()) {
      count(queues.get(saga).remove(), -1);
    }
    return head(saga);
  }

  /** Removes the saga and returns its commands. */
  Collection<PendingCommand> drop(SagaId saga) {
    Collection<PendingCommand> dropped = queues.remove(saga);
    if (dropped == null) {
      return List.of();
    }
    dropped.forEach(command -> count(command, -1));
    return dropped;
  }

  private void count(PendingCommand command, int sign) {
    size += sign;
    claimed += command.claimed() ? sign : 0;
    ofChannels.merge(command.channel(), sign, Integer::sum);
  }

  private static long sequence(PendingCommand command) {
    return command.command().id().sequence();
  }
}
