// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the driver and a server, and breaks off at a command: before the server gets it,
 * or when the server has done it and the answer is on its way.
 */
final class MongoProxy implements AutoCloseable {

  /** Header, flags, kind of section and length of the document, and the type of its first field. */
  private static final int BEFORE_THE_COMMAND = 26;

  /** What happens at a command. */
  enum Fault {
    BEFORE,
    AFTER,
    SILENT
  }

  /**
   * @param passed how many commands of the name pass before
   */
  private record Plan(String command, Fault fault, AtomicInteger passed) {

    boolean isDue(byte[] message) {
      return isCommand(message, command) && passed.getAndDecrement() == 0;
    }
  }

  private final String host;
  private final int target;
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Plan plan;
  private volatile boolean isDown;

  MongoProxy(String host, int target) {
    this.host = host;
    this.target = target;
    try {
      listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** The next command of that name fails so; commands after it do not. */
  void fail(String command, Fault fault) {
    plan = new Plan(command, fault, new AtomicInteger());
  }

  /** The same for the second command of that name from now. */
  void failSecond(String command, Fault fault) {
    plan = new Plan(command, fault, new AtomicInteger(1));
  }

  /** Connections break, and new ones are closed at once. */
  void goDown() {
    isDown = true;
    sockets.forEach(MongoProxy::end);
  }

  void comeBack() {
    isDown = false;
    plan = null;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (isDown) {
          end(client);
        } else {
          connect(client);
        }
      } catch (IOException closed) {
        // Asked at the loop's head.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    var server = new Socket(host, target);
    sockets.add(client);
    sockets.add(server);
    threads.execute(() -> run(() -> requests(client, server), client, server));
    threads.execute(
        () ->
            run(
                () -> server.getInputStream().transferTo(client.getOutputStream()),
                client,
                server));
  }

  private interface Transfer {
    void run() throws IOException;
  }

  private void run(Transfer transfer, Socket client, Socket server) {
    try {
      transfer.run();
    } catch (IOException broken) {
      // Both ends are closed below.
    }
    end(client);
    end(server);
  }

  private void requests(Socket client, Socket server) throws IOException {
    var input = new DataInputStream(client.getInputStream());
    while (true) {
      int length = Integer.reverseBytes(input.readInt());
      byte[] message = new byte[length];
      for (int i = 0; i < Integer.BYTES; i++) {
        message[i] = (byte) (length >>> 8 * i);
      }
      input.readFully(message, Integer.BYTES, length - Integer.BYTES);
      Plan now = plan;
      if (now != null && now.isDue(message)) {
        plan = null;
        fail(now.fault(), message, client);
        return;
      }
      server.getOutputStream().write(message);
    }
  }

  private static boolean isCommand(byte[] message, String name) {
    byte[] wanted = (name + '\0').getBytes(StandardCharsets.UTF_8);
    int end = BEFORE_THE_COMMAND + wanted.length;
    return message.length > end
        && Arrays.equals(Arrays.copyOfRange(message, BEFORE_THE_COMMAND, end), wanted);
  }

  /** When it returns, both ends are closed. A driver that gets no answer closes its end. */
  private void fail(Fault fault, byte[] message, Socket client) throws IOException {
    if (fault == Fault.SILENT) {
      client.getInputStream().readAllBytes();
    } else if (fault == Fault.AFTER) {
      try (var own = new Socket(host, target)) {
        own.getOutputStream().write(message);
        int length = Integer.reverseBytes(new DataInputStream(own.getInputStream()).readInt());
        own.getInputStream().readNBytes(length - Integer.BYTES);
      }
    }
  }

  private static void end(Closeable socket) {
    try {
      socket.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void close() {
    end(listener);
    sockets.forEach(MongoProxy::end);
    threads.shutdownNow();
  }
}
