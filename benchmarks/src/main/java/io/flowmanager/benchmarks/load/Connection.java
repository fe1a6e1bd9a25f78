// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;

/** One kept-alive connection with one request at a time, on a selector. */
final class Connection implements AutoCloseable {

  private final SocketChannel channel;
  private final SelectionKey key;
  private byte[] received = new byte[8192];
  private int count;
  private Turn turn;
  private ByteBuffer unsent;

  Connection(Selector selector, int port) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(Turn next) throws IOException {
    turn = next;
    unsent = next.request().bytes();
    write();
  }

  Turn turn() {
    return turn;
  }

  /** To be called when its socket is ready; the answer when it has come wholly. */
  Optional<HttpMessage> proceed() throws IOException {
    if (key.isWritable()) {
      write();
    }
    return key.isReadable() ? read() : Optional.empty();
  }

  private void write() throws IOException {
    channel.write(unsent);
    key.interestOps(
        unsent.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  private Optional<HttpMessage> read() throws IOException {
    int more = channel.read(ByteBuffer.wrap(received, count, received.length - count));
    if (more < 0) {
      throw new EOFException("The server closed a connection.");
    }
    count += more;
    Optional<HttpMessage> message = HttpMessage.read(received, count);
    if (message.isPresent()) {
      count = 0;
    } else if (count == received.length) {
      received = Arrays.copyOf(received, 2 * count);
    }
    return message;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
