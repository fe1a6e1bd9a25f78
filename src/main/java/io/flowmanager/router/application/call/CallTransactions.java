// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import io.flowmanager.router.application.call.RoutedCall.Progress;
import io.flowmanager.router.application.call.RoutedCall.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Records the progress of {@code /saga} calls, each call in a transaction of its own. */
@ApplicationScoped
public class CallTransactions {

  private static final int CLAIM_LIMIT = 50;

  /** The next attempt of a call that needs none. */
  private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final CallStore store;
  private final CallPolicy timeout;
  private final Clock clock;

  /** For the container's proxy. */
  protected CallTransactions() {
    this(null, null, null);
  }

  @Inject
  public CallTransactions(CallStore store, CallPolicy timeout, Clock clock) {
    this.store = store;
    this.timeout = timeout;
    this.clock = clock;
  }

  /**
   * Records a new call, or returns the call that was begun before with the caller's key. If two
   * begin with one key at the same time, one of them fails and can {@link #find} the other.
   *
   * @param rule returns the id of the rule for a new call; its exceptions are passed on, and
   *     nothing is recorded
   */
  @Transactional
  public RoutedCall begin(
      CallKey key, boolean isOwnKey, NewSagaOrder order, Supplier<String> rule) {
    Optional<RoutedCall> known = isOwnKey ? Optional.empty() : store.find(key);
    if (known.isPresent()) {
      return known.get();
    }
    Instant now = clock.instant();
    var progress = new Progress(Status.OPEN, 0, now.plus(timeout.lease()), Optional.empty(), now);
    var call =
        new RoutedCall(
            key, isOwnKey, order, rule.get(), Optional.empty(), Optional.empty(), progress);
    store.add(call);
    return call;
  }

  @Transactional
  public void mainStarted(CallKey key, String saga) {
    store.noteMainSaga(key, saga);
  }

  @Transactional
  public void subStarted(CallKey key, String saga) {
    store.noteSubSaga(key, saga);
  }

  /**
   * Marks the call as done. A call with a generated key is removed, because its caller cannot ask
   * for it again.
   */
  @Transactional
  public void done(CallKey key) {
    if (!store.removeOwn(key)) {
      store
          .find(key)
          .map(call -> call.with(new Progress(Status.DONE, call.progress(), NEVER)))
          .ifPresent(store::replace);
    }
  }

  /**
   * Records a failed attempt. The call is retried later, unless the same step would be refused
   * again. It is removed if no saga was started and none can be; otherwise its key is told to the
   * caller from now on.
   *
   * @return whether the journal still has the call
   */
  @Transactional
  public boolean failed(CallKey key, RoutingException failure) {
    boolean mayPass = failure.kind().mayPass();
    Optional<RoutedCall> call = store.find(key);
    if (!mayPass && call.filter(CallTransactions::hasNoTrace).isPresent()) {
      store.remove(key);
      return false;
    }
    call.filter(found -> found.progress().status() != Status.DONE)
        .ifPresent(found -> store.replace(failed(found, mayPass, failure.getMessage())));
    return true;
  }

  /** An earlier attempt without an answer may have started a saga. */
  private static boolean hasNoTrace(RoutedCall call) {
    return call.mainSaga().isEmpty() && call.progress().attempts() == 0;
  }

  private RoutedCall failed(RoutedCall call, boolean mayPass, String error) {
    int attempts = call.progress().attempts() + 1;
    Instant next = mayPass ? clock.instant().plus(timeout.after(attempts)) : NEVER;
    Status status = mayPass ? Status.OPEN : Status.FAILED;
    var progress =
        new Progress(status, attempts, next, Optional.of(error), call.progress().begunAt());
    return call.withKnownKey().with(progress);
  }

  /** Claims the calls that are due; they are leased to this node. */
  @Transactional
  public List<RoutedCall> claim() {
    Instant now = clock.instant();
    return store.claim(now, now.plus(timeout.lease()), CLAIM_LIMIT);
  }

  @Transactional
  public Optional<RoutedCall> find(CallKey key) {
    return store.find(key);
  }

  @Transactional
  public List<RoutedCall> unfinished(int limit) {
    return store.unfinished(limit);
  }
}
