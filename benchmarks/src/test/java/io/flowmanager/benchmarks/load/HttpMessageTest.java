// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpMessageTest {

  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nServer: x\r\n\r\nhello";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";

  private static Optional<HttpMessage> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HttpMessage.read(bytes, bytes.length);
  }

  @Test
  void aBodyOfKnownLengthIsRead() {
    HttpMessage message = read(ANSWER).orElseThrow();

    assertThat(message.firstLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(message.body()).isEqualTo("hello");
  }

  @Test
  void chunksArePutTogether() {
    HttpMessage message = read(CHUNKED).orElseThrow();

    assertThat(message.body()).isEqualTo("hello world");
    assertThat(message.length()).isEqualTo(CHUNKED.length());
  }

  @Test
  void nothingIsReadBeforeTheMessageIsComplete() {
    for (String whole : new String[] {ANSWER, CHUNKED}) {
      for (int length = 0; length < whole.length(); length++) {
        assertThat(read(whole.substring(0, length))).as("%d bytes", length).isEmpty();
      }
    }
  }

  @Test
  void whatComesBehindAMessageIsLeftThere() {
    HttpMessage message = read(ANSWER + "HTTP/1.1 500").orElseThrow();

    assertThat(message.body()).isEqualTo("hello");
    assertThat(message.length()).isEqualTo(ANSWER.length());
  }
}
