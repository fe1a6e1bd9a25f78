// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Handles unexpected exceptions: it logs them, and tells the caller only the number of the log
 * entry.
 */
@Provider
public class AnythingElseMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(AnythingElseMapper.class.getName());

  @Override
  public Response toResponse(Throwable exception) {
    return Answers.problem(unforeseen(exception));
  }

  /** Logs the failure and returns a problem that refers to the log entry. */
  public static Problem unforeseen(Throwable failure) {
    String number = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected failure " + number, failure);
    return Problem.of(
        500,
        "Internal error",
        "An unexpected error occurred. The server's log has it as " + number + ".");
  }
}
