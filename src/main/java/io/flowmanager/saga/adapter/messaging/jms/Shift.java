// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.BrokerFailure;
import io.flowmanager.platform.jms.BrokerSession;
import io.flowmanager.platform.jms.Exchange;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a reader does again and again: one transaction. After a failure it takes messages one by one
 * for a while: a try counts against all messages that share it, and the broker puts aside what has
 * been tried too often. Of one thread.
 */
final class Shift {

  private static final Logger LOG = System.getLogger(Shift.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final JmsInput input;
  private final MessageDesk desk;
  private final EventHandling handling;
  private final IntFunction<Duration> backoff;
  private final StopSign stop;
  private int limit;
  private int failures;

  Shift(
      JmsInput input,
      MessageDesk desk,
      EventHandling handling,
      IntFunction<Duration> backoff,
      StopSign stop) {
    this.input = input;
    this.desk = desk;
    this.handling = handling;
    this.backoff = backoff;
    this.stop = stop;
    this.limit = input.maxBatch();
  }

  /**
   * Reads and handles what is there; waits a little when nothing is.
   *
   * @throws JMSException when the session is of no use any more
   */
  void work(BrokerSession session) throws JMSException, InterruptedException {
    try {
      if (failures > 0) {
        handling.probe();
      }
    } catch (RuntimeException e) {
      failed(e);
      return;
    }
    Exchange exchange = session.begin();
    Runnable afterCommit;
    try {
      afterCommit = transact(session, exchange);
    } catch (JMSException | RuntimeException e) {
      session.rollback();
      failed(e);
      return;
    } catch (InterruptedException e) {
      session.rollback();
      throw e;
    }
    afterCommit.run();
  }

  private Runnable transact(BrokerSession session, Exchange exchange)
      throws JMSException, InterruptedException {
    List<Message> messages = exchange.receive(limit, PATIENCE);
    if (!messages.isEmpty() && stop.isUp()) {
      throw new InterruptedException("nothing is taken in any more");
    }
    Runnable afterCommit = desk.handle(messages, exchange);
    session.commit();
    if (!messages.isEmpty()) {
      failures = 0;
      limit = Math.min(input.maxBatch(), 2 * limit);
    }
    return afterCommit;
  }

  private void failed(Exception failure) throws InterruptedException {
    failures++;
    limit = 1;
    Duration delay = backoff.apply(failures);
    LOG.log(
        failures == 1 ? Level.WARNING : Level.DEBUG,
        "Messages are given back to the broker and read again in {0}: {1} reason={2}",
        delay,
        input,
        failure instanceof JMSException ? BrokerFailure.words(failure) : failure.getMessage());
    stop.pause(delay);
  }
}
