// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.BrokerConnection;
import io.flowmanager.platform.jms.BrokerFailure;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.BrokerSession;
import io.flowmanager.platform.jms.Exchange;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that sends. All waiting commands share one transaction, and so one round trip and one
 * write to the broker's journal. If that fails, each command gets a transaction of its own, so that
 * a faulty command fails alone.
 */
final class Sender implements Runnable {

  private static final int MAX_BATCH = 256;
  private static final long WAKE_UP_MILLIS = 100;
  private static final String CLOSED = "The channel is being closed.";

  private final BrokerLink link;
  private final List<Address> targets;
  private final BlockingQueue<Sending> waiting;
  private volatile boolean closed;

  Sender(BrokerLink link, List<Address> targets, BlockingQueue<Sending> waiting) {
    this.link = link;
    this.targets = List.copyOf(targets);
    this.waiting = waiting;
  }

  void close() {
    closed = true;
  }

  @Override
  public void run() {
    try {
      Optional<BrokerConnection> connection = link.await();
      while (connection.isPresent() && !closed) {
        serve(connection.get());
        connection = link.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop(CLOSED);
    }
  }

  private void serve(BrokerConnection connection) throws InterruptedException {
    try (BrokerSession session = connection.open(Optional.empty())) {
      while (!closed && link.state().up()) {
        sendNext(session);
      }
    } catch (JMSException | RuntimeException | Error e) {
      link.lost(connection, BrokerFailure.words(e));
    }
    if (!link.state().up()) {
      drop(away());
    }
  }

  private void drop(String reason) {
    var left = new ArrayList<Sending>();
    waiting.drainTo(left);
    left.forEach(sending -> sending.failed(reason));
  }

  private void sendNext(BrokerSession session) throws JMSException, InterruptedException {
    List<Sending> batch = next();
    try {
      send(session, batch);
    } finally {
      batch.forEach(sending -> sending.failed(away()));
    }
  }

  private String away() {
    return "The broker " + link.address() + " is unreachable.";
  }

  /** All waiting commands whose sends have not timed out. */
  private List<Sending> next() throws InterruptedException {
    var batch = new ArrayList<Sending>();
    Sending first = waiting.poll(WAKE_UP_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      waiting.drainTo(batch, MAX_BATCH - 1);
    }
    batch.removeIf(sending -> sending.done().isDone());
    return batch;
  }

  /** Throws only if the session is broken. */
  private void send(BrokerSession session, List<Sending> batch) throws JMSException {
    Optional<String> failure = batch.isEmpty() ? Optional.empty() : trySend(session, batch);
    if (failure.isEmpty()) {
      batch.forEach(Sending::arrived);
    } else if (batch.size() == 1) {
      batch.get(0).failed("The broker " + link.address() + " did not accept it: " + failure.get());
    } else {
      for (Sending sending : batch) {
        send(session, List.of(sending));
      }
    }
  }

  private Optional<String> trySend(BrokerSession session, List<Sending> batch) throws JMSException {
    Exchange exchange = session.begin();
    try {
      for (Sending sending : batch) {
        TextMessage message = CommandMessage.of(sending.message(), exchange);
        for (Address target : targets) {
          exchange.send(target, message);
        }
      }
      session.commit();
      return Optional.empty();
    } catch (JMSException | RuntimeException e) {
      session.rollback();
      return Optional.of(BrokerFailure.words(e));
    }
  }
}
