// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers requests with a body of two bytes, all of them on the first connection that comes. */
final class OneConnectionServer implements AutoCloseable {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door = new ServerSocket(0);
  private final AtomicInteger requests = new AtomicInteger();

  OneConnectionServer() throws IOException {
    var thread = new Thread(this::serve, "one-connection-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return door.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  private void serve() {
    try (Socket caller = door.accept()) {
      door.close();
      InputStream in = caller.getInputStream();
      var received = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        received.append((char) next);
        if (received.toString().endsWith("\r\n\r\n{}")) {
          received.setLength(0);
          requests.incrementAndGet();
          caller.getOutputStream().write(ANSWER);
        }
      }
    } catch (IOException callerHasGone) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
