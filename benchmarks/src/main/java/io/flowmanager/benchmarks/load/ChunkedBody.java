// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A body in chunks.
 *
 * @param end where its bytes end
 */
record ChunkedBody(String text, int end) {

  static Optional<ChunkedBody> read(byte[] bytes, int from, int count) {
    var body = new ByteArrayOutputStream();
    int position = from;
    while (true) {
      int lineEnd = indexOfNewLine(bytes, position, count);
      if (lineEnd < 0) {
        return Optional.empty();
      }
      String size =
          new String(bytes, position, lineEnd - position, StandardCharsets.ISO_8859_1).strip();
      int length = Integer.parseInt(size, 16);
      int chunk = lineEnd + 1;
      position = chunk + length + 2;
      if (position > count) {
        return Optional.empty();
      }
      if (length == 0) {
        return Optional.of(new ChunkedBody(body.toString(StandardCharsets.UTF_8), position));
      }
      body.write(bytes, chunk, length);
    }
  }

  private static int indexOfNewLine(byte[] bytes, int from, int count) {
    for (int i = from; i < count; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
