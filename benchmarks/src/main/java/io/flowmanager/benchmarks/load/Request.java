// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import io.flowmanager.benchmarks.load.LoadOutcome.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One request, as it goes over the wire. */
record Request(Kind kind, ByteBuffer bytes) {

  static Request post(Kind kind, String path, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return of(
        kind,
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body);
  }

  static Request get(String path) {
    return of(
        Kind.READ,
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
  }

  private static Request of(Kind kind, String text) {
    return new Request(kind, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
