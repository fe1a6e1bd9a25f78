// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A connection that is re-established whenever it is lost. Threads that need it wait for it; one of
 * them connects for all.
 */
public final class BrokerLink implements AutoCloseable {

  private static final Logger LOG = System.getLogger(BrokerLink.class.getName());
  private static final Duration SHORT_LIFE = Duration.ofSeconds(10);

  private final String name;
  private final Broker broker;
  private final IntFunction<Duration> delay;
  private final Clock clock;
  private volatile LinkState state;
  private Optional<BrokerConnection> current = Optional.empty();
  private boolean connecting;
  private boolean closed;
  private boolean told;
  private int failures;
  private Duration rest = Duration.ZERO;

  /**
   * @param name name of the connection in the log
   * @param delay how long to wait after that many consecutive failures, from 1
   */
  public BrokerLink(String name, Broker broker, IntFunction<Duration> delay, Clock clock) {
    this.name = name;
    this.broker = broker;
    this.delay = delay;
    this.clock = clock;
    this.state = new LinkState(false, clock.instant(), Optional.of("not connected yet"));
  }

  /** The broker's name in messages; contains no secret. */
  public String address() {
    return broker.address();
  }

  public LinkState state() {
    return state;
  }

  /**
   * Waits for the connection.
   *
   * @return empty if the link has been closed
   * @throws InterruptedException if the thread is interrupted
   */
  public Optional<BrokerConnection> await() throws InterruptedException {
    while (isToBeMade()) {
      connect();
    }
    synchronized (this) {
      return current;
    }
  }

  /** Reports that the connection is lost. A repeat does nothing. */
  public void lost(BrokerConnection connection, String reason) {
    synchronized (this) {
      if (current.filter(connection::equals).isEmpty()) {
        return;
      }
      current = Optional.empty();
      countLoss();
      down(reason);
    }
    connection.close();
  }

  /** Closes the connection; {@link #await} returns empty from now on. */
  @Override
  public void close() {
    Optional<BrokerConnection> open;
    synchronized (this) {
      open = current;
      current = Optional.empty();
      closed = true;
      state = new LinkState(false, clock.instant(), Optional.of("closed"));
      notifyAll();
    }
    open.ifPresent(BrokerConnection::close);
  }

  /** Whether the caller has to connect. If not, there is a connection, or the link is closed. */
  private synchronized boolean isToBeMade() throws InterruptedException {
    while (connecting && !closed) {
      wait();
    }
    connecting = !closed && current.isEmpty();
    return connecting;
  }

  private void connect() throws InterruptedException {
    var attempt = new Attempt();
    try {
      rest();
      attempt.made(broker.connect(attempt::broke));
    } catch (JMSException | RuntimeException | LinkageError e) {
      failed(BrokerFailure.words(e));
    } finally {
      done();
    }
  }

  /** A connection that is lost at once must not be re-established without a delay. */
  private void countLoss() {
    boolean lasted = clock.instant().isAfter(state.since().plus(SHORT_LIFE));
    failures = lasted ? 0 : failures + 1;
    rest = lasted ? Duration.ZERO : delay.apply(failures);
  }

  private synchronized void rest() throws InterruptedException {
    if (!closed && !rest.isZero()) {
      wait(Math.max(1, rest.toMillis()));
      rest = Duration.ZERO;
    }
  }

  private synchronized void failed(String reason) throws InterruptedException {
    if (closed) {
      return;
    }
    failures++;
    down(reason);
    wait(Math.max(1, delay.apply(failures).toMillis()));
  }

  private synchronized void done() {
    connecting = false;
    notifyAll();
  }

  /** The time since it is down stays; the reason may change. */
  private void down(String reason) {
    state = new LinkState(false, state.up() ? clock.instant() : state.since(), Optional.of(reason));
    LOG.log(
        told ? Level.DEBUG : Level.WARNING, "{0}: the broker is unreachable: {1}", name, reason);
    told = true;
  }

  /** One attempt to connect; the connection may be lost before the attempt ends. */
  private final class Attempt {

    private Optional<BrokerConnection> connection = Optional.empty();
    private boolean broken;

    void made(BrokerConnection made) {
      boolean isOfUse;
      synchronized (BrokerLink.this) {
        connection = Optional.of(made);
        isOfUse = !closed && !broken;
        if (isOfUse) {
          current = connection;
          told = false;
          state = new LinkState(true, clock.instant(), Optional.empty());
        }
      }
      if (isOfUse) {
        LOG.log(Level.INFO, "{0}: connected to the broker", name);
      } else {
        made.close();
      }
    }

    void broke() {
      Optional<BrokerConnection> made;
      synchronized (BrokerLink.this) {
        broken = true;
        made = connection;
      }
      made.ifPresent(open -> lost(open, "the connection was lost"));
    }
  }
}
