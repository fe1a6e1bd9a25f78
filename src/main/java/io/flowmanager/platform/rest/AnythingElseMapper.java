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

/** The last net: what nobody foresaw is told to the log, and only its number to the caller. */
@Provider
public class AnythingElseMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(AnythingElseMapper.class.getName());

  @Override
  public Response toResponse(Throwable exception) {
    return Answers.problem(unforeseen(exception));
  }

  /** Logs the failure and makes the problem that refers to it. */
  public static Problem unforeseen(Throwable failure) {
    String number = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unforeseen failure " + number, failure);
    return Problem.of(
        500,
        "Internal error",
        "Something failed here that should not. The log has it as " + number + ".");
  }
}
