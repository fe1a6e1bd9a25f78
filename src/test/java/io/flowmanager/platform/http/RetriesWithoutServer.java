// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Does around the method what a server does that reads its annotation, without a delay. */
public final class RetriesWithoutServer extends UpstreamRetries {

  private final int maxRetries;

  public RetriesWithoutServer(int maxRetries) {
    this.maxRetries = maxRetries;
  }

  @Override
  public CompletionStage<Reply> run(Attempts attempts) {
    return run(attempts, maxRetries);
  }

  private CompletionStage<Reply> run(Attempts attempts, int left) {
    return super.run(attempts)
        .exceptionallyCompose(
            failure ->
                left > 0 && isRetried(failure)
                    ? run(attempts, left - 1)
                    : CompletableFuture.failedFuture(failure));
  }

  private static boolean isRetried(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return Arrays.stream(annotation().retryOn()).anyMatch(kind -> kind.isInstance(cause));
  }

  private static Retry annotation() {
    try {
      return UpstreamRetries.class.getMethod("run", Attempts.class).getAnnotation(Retry.class);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
