// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.RoutingException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** How a call that has ended ended. */
public final class Outcome {

  private Outcome() {}

  public static <T> T of(CompletionStage<T> call) {
    return call.toCompletableFuture().join();
  }

  public static RoutingException failureOf(CompletionStage<?> call) {
    assertThat(call.toCompletableFuture()).isCompletedExceptionally();
    return call.handle((result, failure) -> unwrapped(failure)).toCompletableFuture().join();
  }

  private static RoutingException unwrapped(Throwable failure) {
    return (RoutingException)
        (failure instanceof CompletionException ? failure.getCause() : failure);
  }
}
