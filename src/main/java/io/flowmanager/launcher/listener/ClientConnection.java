// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * The state of one connection: whether a request is being received, is being processed, or neither.
 */
final class ClientConnection {

  private static final Attribute<ClientConnection> ATTRIBUTE =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("flow-manager.client-connection");

  /** Bytes of all bodies that are not complete. */
  private static final AtomicLong HELD = new AtomicLong();

  private enum State {
    IDLE,
    RECEIVING,
    AT_WORK,
    /** Refused: what still comes of the request is dropped. */
    REFUSED,
    EXPIRED
  }

  private final Connection<?> connection;
  private State state = State.IDLE;
  private long since = System.nanoTime();
  private long unreadSince = System.nanoTime();
  private PartialBody body;
  private ListenerProblem refusal;

  private ClientConnection(Connection<?> connection) {
    this.connection = connection;
  }

  /** What is written never waits for the caller to read it; {@link #unreadBytes} bounds it. */
  static ClientConnection accepted(Connection<?> connection) {
    if (connection instanceof NIOConnection nio) {
      nio.setMaxAsyncWriteQueueSize(AsyncQueueWriter.UNLIMITED_SIZE);
    }
    var client = new ClientConnection(connection);
    ATTRIBUTE.set(connection, client);
    return client;
  }

  static ClientConnection of(Connection<?> connection) {
    return ATTRIBUTE.get(connection);
  }

  Connection<?> connection() {
    return connection;
  }

  /** Reports received bytes; returns true if they are the first ones of a request. */
  synchronized boolean receiving() {
    if (state != State.IDLE) {
      return false;
    }
    enter(State.RECEIVING);
    return true;
  }

  /** Reports a complete request; returns false if it was too late. */
  synchronized boolean received() {
    if (state == State.EXPIRED) {
      return false;
    }
    enter(State.AT_WORK);
    return true;
  }

  synchronized void answered() {
    if (state == State.AT_WORK) {
      enter(State.IDLE);
    }
  }

  /** Reports a request that is refused before it is complete; returns false if it was too late. */
  synchronized boolean refused() {
    boolean isInTime = received();
    if (isInTime) {
      enter(State.REFUSED);
    }
    return isInTime;
  }

  /** Whether receiving a request has taken that long; if so, it is no longer accepted. */
  synchronized boolean expires(long now, long timeoutNanos) {
    if (state != State.RECEIVING || now - since <= timeoutNanos) {
      return false;
    }
    enter(State.EXPIRED);
    return true;
  }

  /** How many bytes of answers the caller has not read yet. */
  int unreadBytes() {
    return connection instanceof NIOConnection nio ? nio.getAsyncWriteQueue().spaceInBytes() : 0;
  }

  /** Whether the caller has not read an answer for that long; to be called repeatedly. */
  synchronized boolean takesNothing(long now, long timeoutNanos) {
    if (state == State.AT_WORK || unreadBytes() == 0) {
      unreadSince = now;
    }
    return now - unreadSince > timeoutNanos;
  }

  /** Whether receiving the rest of a refused request has taken that long. */
  synchronized boolean lingers(long now, long timeoutNanos) {
    return state == State.REFUSED && now - since > timeoutNanos;
  }

  /** How long no request of this connection has been processed; negative while one is. */
  synchronized long waitingNanos(long now) {
    return state == State.AT_WORK ? -1 : now - since;
  }

  private void enter(State next) {
    state = next;
    since = System.nanoTime();
  }

  /** The part of the body that has come. */
  synchronized PartialBody body() {
    if (body == null) {
      body = new PartialBody(HELD);
    }
    return body;
  }

  /** Whether a part of the body has come before. */
  synchronized boolean hasBody() {
    return body != null;
  }

  synchronized void dropBody() {
    if (body != null) {
      body.release();
      body = null;
    }
  }

  /** What the codec has to say of a request that it could not read. */
  synchronized void refuse(ListenerProblem problem) {
    refusal = problem;
  }

  /** The refusal, once. */
  synchronized ListenerProblem takeRefusal() {
    ListenerProblem taken = refusal;
    refusal = null;
    return taken;
  }
}
