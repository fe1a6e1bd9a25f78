// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application;

import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The notes of {@link KeepCalls} for those who must not wait for a database. */
public final class CallJournal {

  private static final int TRIES = 2;

  private final KeepCalls calls;
  private final StoreThreads threads;

  public CallJournal(KeepCalls calls, StoreThreads threads) {
    this.calls = calls;
    this.threads = threads;
  }

  CompletionStage<RoutedCall> begin(
      CallKey key, boolean isOwnKey, NewSagaOrder order, String ruleId) {
    return threads.ask(() -> begin(() -> calls.begin(key, isOwnKey, order, ruleId), TRIES));
  }

  /** A repeat that comes at the same moment runs into the key that is taken, once. */
  private static RoutedCall begin(Supplier<RoutedCall> note, int tries) {
    try {
      return note.get();
    } catch (RoutingException | TransactionalException e) {
      if (tries == 1) {
        throw e;
      }
      return begin(note, tries - 1);
    }
  }

  CompletionStage<Void> note(Runnable note) {
    return threads.tell(note);
  }

  /** Whether there is still a record of the call. */
  CompletionStage<Boolean> failed(CallKey key, RoutingException failure) {
    return threads.ask(() -> calls.failed(key, failure));
  }

  KeepCalls calls() {
    return calls;
  }

  CompletionStage<Optional<RoutedCall>> find(CallKey key) {
    return threads.ask(() -> calls.find(key));
  }

  /** The calls that are due. */
  CompletionStage<List<RoutedCall>> claim() {
    return threads.ask(calls::claim);
  }

  /** Calls that are not done, oldest first. */
  public CompletionStage<List<RoutedCall>> unfinished(int limit) {
    return threads.ask(() -> calls.unfinished(limit));
  }
}
