// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import java.io.IOException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/** Below the codec: counts connections, notes when bytes come, and words the codec's refusals. */
final class ConnectionFilter extends BaseFilter {

  private final ClientConnections connections;

  ConnectionFilter(ClientConnections connections) {
    this.connections = connections;
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    connections.add(ClientConnection.accepted(context.getConnection()));
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    ClientConnection client = ClientConnection.of(context.getConnection());
    if (client != null && client.receiving() && !isRequest(context.getMessage())) {
      context.write(
          Buffers.wrap(context.getMemoryManager(), ListenerProblem.malformedLine().toHttp()));
      context.getConnection().closeSilently();
      return context.getStopAction();
    }
    return context.getInvokeAction();
  }

  /** A request begins with a method and a space; the codec would wait for the space without end. */
  private static boolean isRequest(Buffer first) {
    for (int i = first.position(); i < first.limit(); i++) {
      byte b = first.get(i);
      boolean isBlankLine = (b == '\r' || b == '\n') && i - first.position() < 2;
      if (b == ' ') {
        return i > first.position();
      }
      if (b < '!' && !isBlankLine) {
        return false;
      }
    }
    return true;
  }

  /** What the codec itself answers has a status and nothing else. */
  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    ClientConnection client = ClientConnection.of(context.getConnection());
    ListenerProblem refusal = client == null ? null : client.takeRefusal();
    if (refusal != null && context.getMessage() instanceof Buffer) {
      context.setMessage(Buffers.wrap(context.getMemoryManager(), refusal.toHttp()));
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    ClientConnection client = ClientConnection.of(context.getConnection());
    if (client != null) {
      connections.remove(client);
    }
    return context.getInvokeAction();
  }
}
