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
 * The loop of a reader; each iteration is one transaction. A failed transaction counts as a
 * delivery attempt of all its messages, and the broker moves messages with too many attempts to its
 * dead letter address. So redelivered messages are read one by one, by any reader, until the
 * failing one is found. To be used by one thread.
 */
final class ConsumerLoop {

  private static final Logger LOG = System.getLogger(ConsumerLoop.class.getName());
  private static final Duration RECEIVE_TIMEOUT = Duration.ofMillis(500);

  private final JmsInput input;
  private final MessageHandler handler;
  private final EventHandling handling;
  private final IntFunction<Duration> backoff;
  private final StopSign stop;
  private int failures;

  /** The ids as received: a message that becomes a dead letter gets a new one. */
  private List<String> inHand = List.of();

  ConsumerLoop(
      JmsInput input,
      MessageHandler handler,
      EventHandling handling,
      IntFunction<Duration> backoff,
      StopSign stop) {
    this.input = input;
    this.handler = handler;
    this.handling = handling;
    this.backoff = backoff;
    this.stop = stop;
  }

  /**
   * Reads and handles available messages; waits briefly if there are none.
   *
   * @throws JMSException if the session is broken
   */
  void work(BrokerSession session) throws JMSException, InterruptedException {
    try {
      if (failures > 0) {
        handling.probe();
      }
    } catch (RuntimeException e) {
      inHand = List.of();
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
    inHand = List.of();
    List<Message> messages =
        exchange.receive(failures == 0 ? input.maxBatch() : 1, RECEIVE_TIMEOUT);
    inHand = messages.stream().map(MessageReader::id).toList();
    if (!messages.isEmpty() && stop.isUp()) {
      throw new InterruptedException("the channel is being closed");
    }
    boolean careful = messages.size() == 1 && messages.get(0).getJMSRedelivered();
    Runnable afterCommit = handler.handle(messages, careful, exchange);
    session.commit();
    if (!messages.isEmpty()) {
      failures = 0;
    }
    return afterCommit;
  }

  private void failed(Exception failure) throws InterruptedException {
    failures++;
    Duration delay = backoff.apply(failures);
    boolean isFirst = failures == 1 || inHand.size() == 1;
    LOG.log(
        isFirst ? Level.WARNING : Level.DEBUG,
        "{0} returned to the broker and read again in {1}: {2} reason={3}",
        inHand.size() == 1 ? "Message " + inHand.get(0) + " is" : inHand.size() + " messages are",
        delay,
        input,
        failure instanceof JMSException ? BrokerFailure.words(failure) : failure.getMessage());
    stop.pause(delay);
  }
}
