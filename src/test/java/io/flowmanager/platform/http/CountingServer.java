// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers requests with a body of two bytes, and counts the connections that they come on. */
final class CountingServer implements AutoCloseable {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listener = new ServerSocket(0);
  private final AtomicInteger connections = new AtomicInteger();

  CountingServer() throws IOException {
    begin(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private static void begin(Runnable work) {
    var thread = new Thread(work, "counting-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket caller = listener.accept();
        connections.incrementAndGet();
        begin(() -> serve(caller));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void serve(Socket caller) {
    try (caller) {
      InputStream in = caller.getInputStream();
      var received = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        received.append((char) next);
        if (received.toString().endsWith("\r\n\r\n{}")) {
          received.setLength(0);
          caller.getOutputStream().write(ANSWER);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
