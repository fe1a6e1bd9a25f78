// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import io.flowmanager.launcher.settings.HttpLimits;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * All open connections. There is always room for a new one: when there are too many, the one that
 * has waited longest without a complete request is closed.
 */
final class ClientConnections {

  private static final long LOOK_MILLIS = 250;

  private final HttpLimits limits;
  private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

  ClientConnections(HttpLimits limits) {
    this.limits = limits;
  }

  void add(ClientConnection accepted) {
    if (open.size() >= limits.maxConnections()) {
      Optional<ClientConnection> idlest = idlest();
      ClientConnection leaving = idlest.orElse(accepted);
      remove(leaving);
      leaving.connection().terminateSilently();
      if (idlest.isEmpty()) {
        return;
      }
    }
    open.add(accepted);
  }

  private Optional<ClientConnection> idlest() {
    long now = System.nanoTime();
    return open.stream()
        .filter(client -> client.waitingNanos(now) >= 0)
        .max(Comparator.comparingLong(client -> client.waitingNanos(now)));
  }

  void remove(ClientConnection closed) {
    open.remove(closed);
    closed.dropBody();
  }

  /** Looks for requests that take too long from now on, for as long as the process lives. */
  void watch() {
    TimerTask look =
        new TimerTask() {
          @Override
          public void run() {
            endLateRequests();
          }
        };
    new Timer("http-request-timeout", true).schedule(look, LOOK_MILLIS, LOOK_MILLIS);
  }

  private void endLateRequests() {
    long now = System.nanoTime();
    long timeout = limits.requestTimeout().toNanos();
    open.stream().filter(client -> client.expires(now, timeout)).forEach(this::endLate);
    open.stream()
        .filter(client -> client.lingers(now, timeout) || client.takesNothing(now, timeout))
        .forEach(client -> client.connection().terminateSilently());
  }

  private void endLate(ClientConnection client) {
    client.dropBody();
    byte[] answer = ListenerProblem.late(limits.requestTimeout()).toHttp();
    client.connection().write(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, answer), null);
    client.connection().closeSilently();
  }
}
