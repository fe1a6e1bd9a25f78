// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Retries a call whose first attempt failed, with the server's MicroProfile Fault Tolerance. Number
 * and delay of the retries are configured (decision 0044).
 */
@ApplicationScoped
public class UpstreamRetries {

  /**
   * Calls are limited by the number of attempts. Payara requires it to be longer than the delay, so
   * it is not 0.
   */
  private static final long A_YEAR_IN_MILLISECONDS = 31_536_000_000L;

  /**
   * Completes with the outcome of the first attempt that does not end with a {@link
   * FailedAttemptException}, or of the last attempt. It runs on the server's threads, and may block
   * one or two of them.
   */
  @Asynchronous
  @Retry(retryOn = FailedAttemptException.class, maxDuration = A_YEAR_IN_MILLISECONDS, jitter = 0)
  public CompletionStage<Reply> run(Attempts attempts) {
    return attempts.next();
  }
}
