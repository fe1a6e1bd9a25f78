// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.ProblemException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The calls that come so often that they may be answered without JAX-RS. Each is a resource of
 * JAX-RS as well, which answers the same and takes every request that is out of the ordinary.
 */
public interface FastPathEndpoints {

  /** A POST of JSON that is answered with JSON. */
  @FunctionalInterface
  interface Call {

    /**
     * Reads the body on the calling thread and answers on another one.
     *
     * @param idempotencyKey may be {@code null}
     * @throws ProblemException when the request is refused at once
     */
    CompletionStage<Reply> answer(String idempotencyKey, InputStream body);
  }

  /**
   * The call at that path.
   *
   * @param path below the root of the application, with a leading slash, as it was sent: nothing is
   *     decoded
   */
  Optional<Call> at(String path);
}
