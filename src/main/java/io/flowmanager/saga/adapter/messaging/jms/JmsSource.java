// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.InputDestination;
import io.flowmanager.platform.jms.LinkState;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.inbox.EventSource;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Reads the input queues and topics of a channel. A message is acknowledged when its effect is
 * durable. A redelivered message has no second effect, because of its message id.
 */
public final class JmsSource implements EventSource {

  private static final Duration AT_LEAST = Duration.ofMillis(100);

  private final JmsInput input;
  private final JmsDependencies around;
  private final Handlings handlings;
  private final StopSign stop;
  private final List<Thread> readers = new ArrayList<>();

  private JmsSource(JmsInput input, JmsDependencies around, Handlings handlings, StopSign stop) {
    this.input = input;
    this.around = around;
    this.handlings = handlings;
    this.stop = stop;
  }

  /** A source that passes its events to the lanes, for a broker with local transactions. */
  public static JmsSource throughLanes(
      JmsInput input, JmsDependencies around, ApplyEvents applyEvents) {
    var stop = new StopSign();
    var lanes =
        new LaneHandling(
            event -> applyEvents.applyInline(input.flow(), event),
            event -> applyEvents.enqueue(input.flow(), event),
            around.backoff(),
            stop,
            true);
    return new JmsSource(input, around, new Handlings(lanes, lanes), stop);
  }

  /**
   * A source whose events are stored in the server's transaction that received them. An event that
   * has failed once is stored through the lanes instead: there, a failure does not end the
   * transaction that holds the message.
   */
  public static JmsSource inTransaction(
      JmsInput input,
      JmsDependencies around,
      ServerTransaction transaction,
      ApplyEvents applyEvents) {
    var stop = new StopSign();
    Function<Event, CompletionStage<Answer>> enqueue =
        event -> applyEvents.enqueue(input.flow(), event);
    var lanes = new LaneHandling(enqueue, enqueue, around.backoff(), stop, false);
    var joined = new JoinedHandling(input.flow(), transaction);
    return new JmsSource(input, around, new Handlings(joined, lanes), stop);
  }

  @Override
  public synchronized void start(ThreadFactory threads) {
    for (InputDestination destination : input.destinations()) {
      for (int i = 0; i < input.consumers(); i++) {
        Thread thread = threads.newThread(reader(destination));
        thread.setName("flow-manager-jms-in-" + input.channel() + "-" + readers.size());
        readers.add(thread);
        thread.start();
      }
    }
  }

  private Reader reader(InputDestination destination) {
    var handler =
        new MessageHandler(
            input, new MessageReader(around.envelopes()), handlings, around.telemetry());
    var loop = new ConsumerLoop(input, handler, handlings.usual(), around.backoff(), stop);
    return new Reader(destination, around.link(), loop, stop);
  }

  @Override
  public Connection connection() {
    LinkState state = around.link().state();
    return new Connection(state.up(), state.since(), state.reason());
  }

  @Override
  public void hold() {
    stop.raise();
  }

  @Override
  public synchronized void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    stop.raise();
    BrokerLink link = around.link();
    if (link.state().up()) {
      join(deadline);
    }
    link.close();
    join(Deadline.after(AT_LEAST));
    readers.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
    join(Deadline.after(AT_LEAST));
  }

  private void join(Deadline deadline) {
    try {
      for (Thread reader : readers) {
        reader.join(Math.max(1, deadline.remaining().toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
