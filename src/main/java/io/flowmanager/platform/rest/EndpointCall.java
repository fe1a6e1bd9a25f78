// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.ProblemException;
import java.io.InputStream;

/** A request to an {@link Endpoint}, whichever way it takes. */
public interface EndpointCall {

  /** The way that the request takes. */
  Way way();

  /** The flow that the path names; {@code null} when the path names none. */
  String flow();

  /** The saga that path or query names; {@code null} when they name none. */
  String sagaId();

  /** The header {@code Idempotency-Key}; {@code null} when there is none. */
  String idempotencyKey();

  /** The header {@code X-Command-Id}; {@code null} when there is none. */
  String commandId();

  /**
   * The bytes that were sent.
   *
   * @throws ProblemException 400 when the sender hung up
   */
  InputStream body();
}
