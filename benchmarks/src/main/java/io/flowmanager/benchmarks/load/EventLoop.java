// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import io.flowmanager.benchmarks.load.LoadOutcome.Kind;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Carries one task out. What was begun is brought to its end, also when the time is over. */
final class EventLoop {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long SILENCE_LIMIT_MILLIS = 30_000;
  private static final long SHORT_PAUSE_NANOS = 50_000;

  private final LoadTask task;
  private final Map<Kind, Histogram> latencies = LoadOutcome.histograms();
  private final Deque<Connection> idle = new ArrayDeque<>();
  private Agenda agenda;
  private int onTheWay;
  private long inTime;

  EventLoop(LoadTask task) {
    this.task = task;
  }

  LoadOutcome run() throws IOException {
    List<Connection> connections = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < task.connections(); i++) {
        connections.add(new Connection(selector, task.ports().get(i % task.ports().size())));
      }
      idle.addAll(connections);
      agenda = new Agenda(task, Scripts.of(task), System.nanoTime());
      while (send()) {
        await(selector);
        receive(selector);
      }
      return new LoadOutcome(inTime, task.seconds(), agenda.conversations(), latencies);
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  /** Sends what is due; false when all is done. */
  private boolean send() throws IOException {
    for (Turn turn = agenda.poll(System.nanoTime());
        turn != null;
        turn = agenda.poll(System.nanoTime())) {
      if (idle.isEmpty()) {
        agenda.defer(turn);
        return true;
      }
      idle.poll().send(turn);
      onTheWay++;
    }
    return onTheWay > 0 || agenda.nextByTime() < Long.MAX_VALUE;
  }

  /** A selector waits for whole milliseconds; shorter times are waited for in short pauses. */
  private void await(Selector selector) throws IOException {
    long next = agenda.nextByTime();
    long millis =
        next == Long.MAX_VALUE
            ? SILENCE_LIMIT_MILLIS
            : (next - System.nanoTime()) / NANOS_PER_MILLI;
    if (millis > 0) {
      int ready = selector.select(Math.min(millis, SILENCE_LIMIT_MILLIS));
      if (ready == 0 && millis >= SILENCE_LIMIT_MILLIS) {
        throw new IOException(
            "The server has not answered for " + SILENCE_LIMIT_MILLIS / 1000 + " s.");
      }
    } else if (selector.selectNow() == 0) {
      LockSupport.parkNanos(SHORT_PAUSE_NANOS);
    }
  }

  private void receive(Selector selector) throws IOException {
    for (SelectionKey key : selector.selectedKeys()) {
      var connection = (Connection) key.attachment();
      Optional<HttpMessage> answer = connection.proceed();
      if (answer.isPresent()) {
        take(connection, answer.get());
      }
    }
    selector.selectedKeys().clear();
  }

  private void take(Connection connection, HttpMessage answer) throws IOException {
    long now = System.nanoTime();
    Turn turn = connection.turn();
    turn.conversation().answered(answer);
    latencies.get(turn.request().kind()).recordValue((now - turn.planned()) / 1000);
    inTime += agenda.isInTime(now) ? 1 : 0;
    onTheWay--;
    idle.add(connection);
    agenda.proceed(turn, now);
  }
}
