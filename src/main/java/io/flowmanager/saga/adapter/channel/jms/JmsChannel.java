// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.LinkState;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a command as a persistent text message to every output queue and topic. The saga's id
 * travels in {@code sagaId} and {@code JMSXGroupID}, the command's in {@code commandId}. It is
 * delivered when the broker has accepted it for all of them.
 */
public final class JmsChannel implements CommandChannel {

  private static final int CAPACITY = 100_000;
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final BrokerLink link;
  private final Duration timeout;
  private final BlockingQueue<Sending> waiting = new LinkedBlockingQueue<>(CAPACITY);
  private final Sender sender;
  private final String name;
  private Optional<Thread> thread = Optional.empty();

  /**
   * @param name for the thread
   * @param timeout how long a send may take
   */
  public JmsChannel(String name, BrokerLink link, List<Address> targets, Duration timeout) {
    this.name = name;
    this.link = link;
    this.timeout = timeout;
    this.sender = new Sender(link, targets, waiting);
  }

  @Override
  public synchronized void start(ThreadFactory threads) {
    Thread started = threads.newThread(sender);
    started.setName("flow-manager-jms-out-" + name);
    thread = Optional.of(started);
    started.start();
  }

  @Override
  public CompletionStage<Void> send(Outgoing message) {
    var sending = new Sending(message, new CompletableFuture<>());
    LinkState state = link.state();
    if (!state.up()) {
      sending.failed(away(state.reason().orElse("unknown reason")));
    } else if (!waiting.offer(sending)) {
      sending.failed("Too many commands wait for the broker " + link.address() + ".");
    } else {
      sending.done().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
    return sending.done().handle(this::named);
  }

  private String away(String reason) {
    return reason.contains(link.address())
        ? "The broker is unreachable: " + reason
        : "The broker " + link.address() + " is unreachable: " + reason;
  }

  /** Adds a message: that of a timeout alone says nothing. */
  private Void named(Void done, Throwable failure) {
    if (failure instanceof TimeoutException) {
      throw new UndeliveredCommandException(
          "The broker " + link.address() + " did not accept it within " + timeout);
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return done;
  }

  @Override
  public Optional<Connection> connection() {
    LinkState state = link.state();
    return Optional.of(new Connection(state.up(), state.since(), state.reason()));
  }

  @Override
  public synchronized void close() {
    sender.close();
    if (link.state().up()) {
      join();
    }
    link.close();
    thread.ifPresent(Thread::interrupt);
    join();
  }

  private void join() {
    try {
      if (thread.isPresent()) {
        thread.get().join(CLOSE_PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
