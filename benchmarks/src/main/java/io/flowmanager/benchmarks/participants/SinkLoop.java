// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.participants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Answers all connections on one thread. */
final class SinkLoop implements Runnable {

  private static final int BACKLOG = 1024;

  private final Selector selector;
  private final ServerSocketChannel listener;
  private volatile long count;

  SinkLoop(int port) throws IOException {
    selector = Selector.open();
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port), BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  long count() {
    return count;
  }

  @Override
  public void run() {
    try {
      while (listener.isOpen()) {
        selector.select(this::serve);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        SocketChannel caller = listener.accept();
        caller.configureBlocking(false);
        caller.register(selector, SelectionKey.OP_READ, new Caller(caller));
      } else {
        count += ((Caller) key.attachment()).serve();
      }
    } catch (IOException callerHasGone) {
      key.cancel();
    }
  }
}
