// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import io.flowmanager.launcher.ServerPhase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * A problem (RFC 9457) that the listener itself answers with. Written by hand: the listener has no
 * JSON library of its own.
 */
record ListenerProblem(int status, String title, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER_SECONDS = "1";

  static ListenerProblem notUp(ServerPhase phase) {
    return phase == ServerPhase.STARTING
        ? new ListenerProblem(
            UNAVAILABLE,
            "Starting",
            "The server is starting. Nothing has changed; send the request again.")
        : new ListenerProblem(
            UNAVAILABLE,
            "Stopping",
            "The server is stopping. Nothing has changed; send the request again.");
  }

  static ListenerProblem busy() {
    return new ListenerProblem(
        UNAVAILABLE,
        "Busy",
        "The server is overloaded. Nothing has changed; send the request again.");
  }

  static ListenerProblem late(Duration timeout) {
    return new ListenerProblem(
        408, "Request timeout", "The request was not complete within " + timeout + ".");
  }

  static ListenerProblem tooLarge(int maxBytes) {
    return new ListenerProblem(
        413,
        "Body too large",
        "The body has more than the " + maxBytes + " bytes that this server accepts.");
  }

  static ListenerProblem badRequest(String detail) {
    return new ListenerProblem(400, "Bad request", detail);
  }

  static ListenerProblem malformedLine() {
    return badRequest("The request line must be a method, a target and an HTTP version.");
  }

  static ListenerProblem unknownTransferEncoding(String encoding) {
    return new ListenerProblem(
        501,
        "Transfer-Encoding not implemented",
        "The transfer encoding must be chunked, not " + encoding + ".");
  }

  static ListenerProblem wrongMethod(String method) {
    return new ListenerProblem(
        405, "Method not allowed", method + " is not supported: this server is not a proxy.");
  }

  static ListenerProblem wrongVersion() {
    return new ListenerProblem(
        505,
        "HTTP version not supported",
        "The request line must end with HTTP/1.1 or HTTP/1.0, after a target without spaces.");
  }

  boolean isTemporary() {
    return status == UNAVAILABLE;
  }

  String retryAfterSeconds() {
    return RETRY_AFTER_SECONDS;
  }

  byte[] body() {
    String json =
        "{\"type\":\"about:blank\",\"title\":\""
            + escaped(title)
            + "\",\"status\":"
            + status
            + ",\"detail\":\""
            + escaped(detail)
            + "\"}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The whole answer, after which the connection is closed. */
  byte[] toHttp() {
    byte[] body = body();
    String head =
        "HTTP/1.1 "
            + status
            + " "
            + new String(
                HttpStatus.getHttpStatus(status).getReasonPhraseBytes(), StandardCharsets.US_ASCII)
            + "\r\nContent-Type: "
            + MEDIA_TYPE
            + "\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] answer = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, answer, 0, headBytes.length);
    System.arraycopy(body, 0, answer, headBytes.length, body.length);
    return answer;
  }
}
