// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import org.glassfish.grizzly.http.HttpBrokenContentException;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;

/** Describes what is wrong with a request that the codec could not parse. */
final class UnreadableRequests {

  private static final int UNKNOWN_VERSION = 505;

  private UnreadableRequests() {}

  static ListenerProblem problem(HttpRequestPacket request, Throwable error) {
    String reason = String.valueOf(error.getMessage());
    if (reason.contains("intial line is too large")
        || reason.contains("initial line is too large")) {
      return new ListenerProblem(
          414, "URI too long", "The request line is longer than this server accepts.");
    }
    if (reason.contains("header is too large") || reason.contains("number of headers")) {
      return new ListenerProblem(
          431, "Header fields too large", "The header is larger than this server accepts.");
    }
    if (request.getResponse().getStatus() == UNKNOWN_VERSION) {
      return ListenerProblem.wrongVersion();
    }
    return ListenerProblem.badRequest(sentence(request, error, reason));
  }

  private static String sentence(HttpRequestPacket request, Throwable error, String reason) {
    if (error instanceof HttpBrokenContentException || reason.contains("chunk")) {
      return "The chunked body is malformed; chunk extensions are not accepted.";
    }
    if (!request.containsHeader(Header.Host) && reason.contains("Bad HTTP headers")) {
      return "The Host header is missing.";
    }
    if (request.containsHeader(Header.TransferEncoding)
        && request.containsHeader(Header.ContentLength)) {
      return "A request must not have both Content-Length and Transfer-Encoding.";
    }
    if (request.containsHeader(Header.ContentLength)) {
      return "A header is malformed: Content-Length must be one whole number, and values are ASCII"
          + " without control characters.";
    }
    return "The request line or a header is malformed: names and values are ASCII without control"
        + " characters, and lines end with CR LF.";
  }
}
