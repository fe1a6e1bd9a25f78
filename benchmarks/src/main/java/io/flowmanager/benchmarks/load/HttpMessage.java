// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP/1.1 message, request or answer, as far as a benchmark needs it.
 *
 * @param firstLine request line, or status line
 * @param length how many bytes it has, head included
 */
public record HttpMessage(String firstLine, String body, int length) {

  private static final String LENGTH = "content-length:";
  private static final String CODING = "transfer-encoding:";

  /** The message that those bytes begin with, or nothing while it is not complete. */
  public static Optional<HttpMessage> read(byte[] bytes, int count) {
    int headEnd = indexOfBlankLine(bytes, count);
    if (headEnd < 0) {
      return Optional.empty();
    }
    String head = new String(bytes, 0, headEnd, StandardCharsets.ISO_8859_1);
    String firstLine = head.substring(0, head.indexOf("\r\n"));
    int bodyStart = headEnd + 2;
    String coding = header(head, CODING);
    if (coding.equalsIgnoreCase("chunked")) {
      return ChunkedBody.read(bytes, bodyStart, count)
          .map(body -> new HttpMessage(firstLine, body.text(), body.end()));
    }
    String length = header(head, LENGTH);
    int end = bodyStart + (length.isEmpty() ? 0 : Integer.parseInt(length));
    return end > count
        ? Optional.empty()
        : Optional.of(
            new HttpMessage(
                firstLine,
                new String(bytes, bodyStart, end - bodyStart, StandardCharsets.UTF_8),
                end));
  }

  /** Where the last header's line has ended. */
  private static int indexOfBlankLine(byte[] bytes, int count) {
    for (int i = 3; i < count; i++) {
      if (bytes[i] == '\n'
          && bytes[i - 1] == '\r'
          && bytes[i - 2] == '\n'
          && bytes[i - 3] == '\r') {
        return i - 1;
      }
    }
    return -1;
  }

  private static String header(String head, String name) {
    for (int line = head.indexOf("\r\n") + 2;
        line < head.length();
        line = head.indexOf("\r\n", line) + 2) {
      if (head.regionMatches(true, line, name, 0, name.length())) {
        return head.substring(line + name.length(), head.indexOf("\r\n", line)).strip();
      }
    }
    return "";
  }
}
