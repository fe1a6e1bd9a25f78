// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.rest.Reply;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Answers every request but those for health with 503 while the engine is not up: before its start,
 * while the start waits for the database, and after the stop began. Callers send their requests
 * again.
 */
final class NotUpFilter implements Filter {

  private static final String HEALTH = "/health";
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final Problem NOT_UP =
      Problem.of(503, "Not up", "The server is starting or stopping. Send the request again.")
          .retryAfter(RETRY_AFTER_SECONDS);

  private final BooleanSupplier up;

  NotUpFilter(BooleanSupplier up) {
    this.up = up;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (up.getAsBoolean() || isOfServer((HttpServletRequest) request)) {
      chain.doFilter(request, response);
      return;
    }
    answer((HttpServletResponse) response);
  }

  /** MicroProfile Health, which distinguishes a waiting server from one that hangs. */
  private static boolean isOfServer(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }

  private static void answer(HttpServletResponse response) throws IOException {
    Reply reply = Reply.problem(NOT_UP);
    response.setStatus(reply.status());
    response.setContentType(reply.mediaType());
    response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
    response.setContentLength(reply.body().length);
    response.getOutputStream().write(reply.body());
  }
}
