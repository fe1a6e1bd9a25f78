// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Makes further attempts of calls that somebody waits for, by the server's MicroProfile Fault
 * Tolerance: few of them, soon after one another. How many is configured (decision 0050).
 */
@ApplicationScoped
public class BriefRetries implements Retries {

  private static final int DELAY_IN_MILLISECONDS = 200;

  /** Lies between two attempts. */
  public static final Duration DELAY = Duration.ofMillis(DELAY_IN_MILLISECONDS);

  @Override
  @Asynchronous
  @Retry(
      retryOn = FailedAttemptException.class,
      maxDuration = UpstreamRetries.A_YEAR_IN_MILLISECONDS,
      delay = DELAY_IN_MILLISECONDS,
      jitter = 0)
  public CompletionStage<Reply> run(Attempts attempts) {
    return attempts.next();
  }
}
