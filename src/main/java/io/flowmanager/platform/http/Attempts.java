// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The attempts of one call. The first one has already failed. */
public final class Attempts {

  private final AtomicReference<FailedAttemptException> first;
  private final Supplier<CompletionStage<Reply>> further;

  /**
   * @param further makes another attempt
   */
  Attempts(FailedAttemptException first, Supplier<CompletionStage<Reply>> further) {
    this.first = new AtomicReference<>(first);
    this.further = further;
  }

  /**
   * The first call returns the failure of the first attempt; each later call makes a new attempt
   * and returns its outcome.
   */
  CompletionStage<Reply> next() {
    FailedAttemptException made = first.getAndSet(null);
    return made == null ? further.get() : CompletableFuture.failedFuture(made);
  }
}
