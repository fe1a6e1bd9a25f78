// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.ProblemException;
import java.io.InputStream;

/** A request to an {@link Endpoint}, by either way. */
public interface EndpointCall {

  /** The way that the request takes. */
  Way way();

  /** The flow that the path names; {@code null} if it names none. */
  String flow();

  /** The header {@code Idempotency-Key}; {@code null} if it is missing. */
  String idempotencyKey();

  /** The header {@code X-Command-Id}; {@code null} if it is missing. */
  String commandId();

  /**
   * The request body.
   *
   * @throws ProblemException 400 if the sender closed the connection
   */
  InputStream body();
}
