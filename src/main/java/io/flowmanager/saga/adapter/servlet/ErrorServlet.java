// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Replaces the error pages of the server: requests that the server itself refuses are answered with
 * a problem. {@code web.xml} sends all errors of this application here.
 */
@WebServlet("/-/error")
public class ErrorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    Problem problem = problem(request);
    response.setStatus(problem.status());
    FastPathExchange.tell(response, problem);
  }

  private static Problem problem(HttpServletRequest request) {
    boolean isAsked = request.getDispatcherType() != DispatcherType.ERROR;
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return isAsked || !(status instanceof Integer code)
        ? problem(NOT_FOUND, request.getMethod(), request.getRequestURI())
        : problem(code, request.getMethod(), String.valueOf(path));
  }

  private static Problem problem(int status, String method, String path) {
    return switch (status) {
      case 400 ->
          Problem.of(
              status,
              "Bad request",
              "The path, the Accept or another header of the request to "
                  + path
                  + " is malformed.");
      case NOT_FOUND ->
          Problem.of(
              status,
              "Not found",
              "There is nothing at " + path + ". /openapi lists all operations.");
      case 405 ->
          Problem.of(status, "Method not allowed", method + " is not allowed for " + path + ".");
      case 503 ->
          Problem.of(status, "Unavailable", "The server cannot serve " + path + " now.")
              .retryAfter(1);
      default ->
          Problem.of(
              status,
              status < 500 ? "Request refused" : "Internal error",
              "The server could not serve the request to " + path + ".");
    };
  }
}
