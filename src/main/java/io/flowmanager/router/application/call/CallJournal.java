// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Asynchronous access to {@link CallTransactions}, for callers that must not wait for the database.
 */
@SingletonBean
public final class CallJournal {

  private final CallTransactions calls;
  private final StoreThreads threads;

  @Inject
  public CallJournal(CallTransactions calls, @ThreadsFor(Work.ROUTER_CALLS) StoreThreads threads) {
    this.calls = calls;
    this.threads = threads;
  }

  public CompletionStage<RoutedCall> begin(
      CallKey key, boolean isOwnKey, NewSagaOrder order, Supplier<String> rule) {
    return threads.ask(() -> findOrBegin(() -> calls.begin(key, isOwnKey, order, rule), key));
  }

  /**
   * A concurrent repeat fails because the key is taken, and a failed transaction may still have
   * been committed. In both cases the call is found.
   */
  private RoutedCall findOrBegin(Supplier<RoutedCall> note, CallKey key) {
    try {
      return note.get();
    } catch (RoutingException | TransactionalException e) {
      return calls.find(key).orElseGet(note);
    }
  }

  public CompletionStage<Void> note(Runnable note) {
    return threads.tell(note);
  }

  /** Completes with whether the journal still has the call. */
  public CompletionStage<Boolean> failed(CallKey key, RoutingException failure) {
    return threads.ask(() -> calls.failed(key, failure));
  }

  public CallTransactions calls() {
    return calls;
  }

  public CompletionStage<Optional<RoutedCall>> find(CallKey key) {
    return threads.ask(() -> calls.find(key));
  }

  /** Claims the calls that are due. */
  public CompletionStage<List<RoutedCall>> claim() {
    return threads.ask(calls::claim);
  }

  /** Unfinished calls, oldest first. */
  public CompletionStage<List<RoutedCall>> unfinished(int limit) {
    return threads.ask(() -> calls.unfinished(limit));
  }
}
