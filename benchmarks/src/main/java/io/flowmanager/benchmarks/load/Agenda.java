// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Which request is due next. In a closed loop there are as many conversations as connections, and
 * each answer makes a request due; in an open loop time does.
 */
final class Agenda {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Script script;
  private final Deque<Turn> due = new ArrayDeque<>();
  private final PriorityQueue<Turn> later =
      new PriorityQueue<>(Comparator.comparingLong(Turn::planned));
  private final long end;
  private final long gap;
  private final double interval;
  private final long begin;
  private long begun;

  Agenda(LoadTask task, Script script, long begin) {
    this.script = script;
    this.begin = begin;
    this.end = begin + (long) (task.seconds() * 1e9);
    this.interval = task.pace().isOpen() ? 1e9 / task.pace().perSecond() : 0;
    this.gap = isOpen() ? Math.max(1, task.pace().gapMillis()) * NANOS_PER_MILLI : 0;
    for (int i = 0; !isOpen() && i < task.connections(); i++) {
      begin(begin);
    }
  }

  private boolean isOpen() {
    return interval > 0;
  }

  private long nextArrival() {
    return begin + (long) (begun * interval);
  }

  private void begin(long planned) {
    due.add(Turn.first(script.begin(begun), planned));
    begun++;
  }

  /** What is to be sent now, or null. */
  Turn poll(long now) {
    while (isOpen() && nextArrival() <= now && nextArrival() < end) {
      begin(nextArrival());
    }
    while (!later.isEmpty() && later.peek().planned() <= now) {
      due.add(later.poll());
    }
    return due.poll();
  }

  /** Puts it back in front, for want of a connection. */
  void defer(Turn turn) {
    due.addFirst(turn);
  }

  /** To be called with each answer. */
  void proceed(Turn answered, long now) {
    Request next = answered.conversation().next();
    if (next != null) {
      Turn turn = answered.next(next, gap, now);
      (turn.planned() <= now ? due : later).add(turn);
    } else if (!isOpen() && now < end) {
      begin(now);
    }
  }

  /** When something becomes due by time alone; {@link Long#MAX_VALUE} for never. */
  long nextByTime() {
    long arrival = isOpen() && nextArrival() < end ? nextArrival() : Long.MAX_VALUE;
    return later.isEmpty() ? arrival : Math.min(arrival, later.peek().planned());
  }

  boolean isInTime(long now) {
    return now < end;
  }

  long conversations() {
    return begun;
  }
}
