// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.ProblemException;
import java.util.concurrent.CompletionStage;

/** Answers the calls of an {@link Endpoint}. Thread-safe. */
public interface EndpointHandler {

  /**
   * Reads the call on the calling thread. Long work runs on other threads, which complete the
   * answer.
   *
   * @param bodies reads the call's body within the limits of the endpoint
   * @throws ProblemException if the call is refused at once
   */
  CompletionStage<Reply> answer(EndpointCall call, Bodies bodies);
}
