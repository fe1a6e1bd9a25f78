// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;

/** Problems for requests that the server refuses with a status only. */
final class PageProblems {

  private static final int MAX_PATH = 200;

  private PageProblems() {}

  static ListenerProblem of(HttpResponsePacket response) {
    HttpRequestPacket request = response.getRequest();
    String path = path(request);
    int status = response.getStatus();
    return switch (status) {
      case 400 ->
          ListenerProblem.badRequest(
              "The request target or a header is malformed. A target has valid UTF-8 without NUL"
                  + " and backslashes, and does not go above the root: "
                  + path
                  + ".");
      case 403 -> new ListenerProblem(status, "Forbidden", path + " is not served.");
      case 404 ->
          new ListenerProblem(
              status,
              "Not found",
              "There is nothing at " + path + ". /openapi lists all operations.");
      case 405 ->
          new ListenerProblem(
              status,
              "Method not allowed",
              request.getMethod() + " is not allowed for " + path + ".");
      case 413 ->
          new ListenerProblem(
              status, "Body too large", "The body has more bytes than this server accepts.");
      case 503 ->
          new ListenerProblem(
              status,
              "Unavailable",
              "The application is not up. Nothing has happened; send it again.");
      default ->
          new ListenerProblem(
              status,
              status < 500 ? "Request refused" : "Internal error",
              "The request to " + path + " was refused by the server.");
    };
  }

  private static String path(HttpRequestPacket request) {
    String path = request.getRequestURIRef().getOriginalRequestURIBC().toString();
    return path.length() > MAX_PATH ? path.substring(0, MAX_PATH) + "…" : path;
  }
}
