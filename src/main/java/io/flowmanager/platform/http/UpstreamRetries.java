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
public class UpstreamRetries implements Retries {

  /** Calls are bounded by the number of attempts. Payara compares it with the delay, so not 0. */
  static final long A_YEAR_IN_MILLISECONDS = 31_536_000_000L;

  /** One or two of the server's threads may wait meanwhile. */
  @Override
  @Asynchronous
  @Retry(retryOn = FailedAttemptException.class, maxDuration = A_YEAR_IN_MILLISECONDS, jitter = 0)
  public CompletionStage<Reply> run(Attempts attempts) {
    return attempts.next();
  }
}
