// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.SagaId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The commands that a node holds: of each saga a queue, whose head is the only one that may be on
 * its way. Of one thread.
 */
final class SagaQueues {

  /** With so few claimed commands left, more may be asked for: they come while these leave. */
  private static final int FEW = 100;

  private final Map<SagaId, Deque<PendingCommand>> queues = new HashMap<>();
  private final DeliveredMemory delivered = new DeliveredMemory();
  private int size;
  private int claimed;

  int size() {
    return size;
  }

  boolean has(SagaId saga) {
    return queues.containsKey(saga);
  }

  boolean hasFewClaimed() {
    return claimed < FEW;
  }

  /** Whether all that must leave before it is here or delivered. Else only the outbox knows it. */
  boolean mayJoin(Dispatch dispatch) {
    Deque<PendingCommand> queue = queues.get(saga(dispatch.command()));
    return queue == null
        ? isFirst(saga(dispatch.command()), dispatch.earlier())
        : isNext(queue.getLast(), dispatch.earlier());
  }

  private boolean isFirst(SagaId saga, OptionalLong earlier) {
    return earlier.isEmpty() || delivered.reaches(saga, earlier.getAsLong());
  }

  private static boolean isNext(PendingCommand last, OptionalLong earlier) {
    return earlier.isPresent() && earlier.getAsLong() == last.command().id().sequence();
  }

  /** Takes commands of one saga in, which follow those that are here; whether there were none. */
  boolean join(List<PendingCommand> run) {
    boolean isNew = !has(saga(run.get(0)));
    Deque<PendingCommand> queue =
        queues.computeIfAbsent(saga(run.get(0)), saga -> new ArrayDeque<>());
    queue.addAll(run);
    count(run, 1);
    return isNew;
  }

  /** The head has been delivered; what is the head now. */
  Optional<PendingCommand> advance(PendingCommand head) {
    delivered.delivered(saga(head), head.command().id().sequence());
    Deque<PendingCommand> queue = queues.get(saga(head));
    queue.remove();
    count(List.of(head), -1);
    return Optional.ofNullable(queue.peek());
  }

  /** Forgets the saga; what was here of it. */
  Collection<PendingCommand> drop(SagaId saga) {
    Collection<PendingCommand> dropped = queues.remove(saga);
    count(dropped, -1);
    return dropped;
  }

  private void count(Collection<PendingCommand> commands, int sign) {
    size += sign * commands.size();
    claimed += sign * (int) commands.stream().filter(PendingCommand::claimed).count();
  }

  private static SagaId saga(PendingCommand command) {
    return command.command().id().saga();
  }
}
