// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.participants;

import io.flowmanager.benchmarks.load.HttpMessage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One connection to the sink. */
final class Caller {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private byte[] received = new byte[8192];
  private int count;

  Caller(SocketChannel channel) {
    this.channel = channel;
  }

  /** Answers all requests that have come; how many it were. */
  int serve() throws IOException {
    int more = channel.read(ByteBuffer.wrap(received, count, received.length - count));
    if (more < 0) {
      channel.close();
      throw new EOFException("The caller has closed its connection.");
    }
    count += more;
    int served = 0;
    for (Optional<HttpMessage> next = next(); next.isPresent(); next = next()) {
      answer();
      served++;
    }
    if (count == received.length) {
      received = Arrays.copyOf(received, 2 * count);
    }
    return served;
  }

  private Optional<HttpMessage> next() {
    Optional<HttpMessage> message = HttpMessage.read(received, count);
    message.ifPresent(
        it -> {
          System.arraycopy(received, it.length(), received, 0, count - it.length());
          count -= it.length();
        });
    return message;
  }

  private void answer() throws IOException {
    ByteBuffer answer = ByteBuffer.wrap(ANSWER);
    while (answer.hasRemaining()) {
      channel.write(answer);
    }
  }
}
