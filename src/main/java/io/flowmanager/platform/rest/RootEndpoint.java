// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.ProblemException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/**
 * Who answers {@code POST /saga} and {@code POST /event} at the root: a flow, or the router. Both
 * read the body on the calling thread, and answer on another one.
 */
public interface RootEndpoint {

  /**
   * Starts a saga.
   *
   * @param idempotencyKey may be {@code null}
   * @throws ProblemException when the request is refused at once
   */
  CompletionStage<Reply> start(String idempotencyKey, InputStream body);

  /** Tells a saga of an event; parameters and refusals as above. */
  CompletionStage<Reply> event(String idempotencyKey, InputStream body);
}
