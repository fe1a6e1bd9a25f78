// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers errors of the JAX-RS server itself with a problem: unknown paths, wrong methods, wrong
 * media types.
 */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Context private UriInfo uri;
  @Context private Request request;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(WebApplicationException exception) {
    Response refused = exception.getResponse();
    if (refused.getStatus() < 400) {
      return refused;
    }
    Response answer = Answers.problem(problem(refused));
    Object allow = refused.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  private Problem problem(Response refused) {
    int status = refused.getStatus();
    String path = "/" + uri.getPath().replaceFirst("^/+", "");
    return switch (status) {
      case 404 ->
          Problem.of(
              status,
              "Not found",
              "There is nothing at " + path + ". /openapi lists all operations.");
      case 405 ->
          Problem.of(
              status,
              "Method not allowed",
              request.getMethod()
                  + " is not allowed for "
                  + path
                  + ". "
                  + "Allowed: "
                  + refused.getHeaderString(HttpHeaders.ALLOW)
                  + ".");
      case 406 ->
          Problem.of(status, "Not acceptable", path + " answers with application/json only.");
      case 415 ->
          Problem.of(
              status,
              "Unsupported media type",
              "The body must be application/json, not " + headers.getMediaType() + ".");
      default ->
          Problem.of(
              status,
              refused.getStatusInfo().getReasonPhrase(),
              "The request to " + path + " was refused.");
    };
  }
}
