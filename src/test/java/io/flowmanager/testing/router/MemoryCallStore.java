// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.CallStore;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutedCall.Progress;
import io.flowmanager.router.application.call.RoutedCall.Status;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls in a map. */
public final class MemoryCallStore implements CallStore {

  private final Map<CallKey, RoutedCall> calls = new LinkedHashMap<>();

  @Override
  public Optional<RoutedCall> find(CallKey key) {
    return Optional.ofNullable(calls.get(key));
  }

  @Override
  public void add(RoutedCall call) {
    if (calls.putIfAbsent(call.key(), call) != null) {
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "The key is taken.");
    }
  }

  @Override
  public void replace(RoutedCall call) {
    calls.computeIfPresent(call.key(), (key, old) -> call);
  }

  @Override
  public void remove(CallKey key) {
    calls.remove(key);
  }

  @Override
  public boolean removeOwn(CallKey key) {
    return calls.values().removeIf(call -> call.key().equals(key) && call.isOwnKey());
  }

  @Override
  public void noteMainSaga(CallKey key, String saga) {
    calls.computeIfPresent(key, (known, call) -> call.withMainSaga(saga));
  }

  @Override
  public void noteSubSaga(CallKey key, String saga) {
    calls.computeIfPresent(key, (known, call) -> call.withSubSaga(saga));
  }

  @Override
  public List<RoutedCall> claim(Instant now, Instant leasedUntil, int limit) {
    List<RoutedCall> due =
        calls.values().stream()
            .filter(call -> !call.progress().nextAttempt().isAfter(now))
            .sorted(Comparator.comparing(call -> call.progress().nextAttempt()))
            .limit(limit)
            .map(call -> leased(call, leasedUntil))
            .toList();
    due.forEach(this::replace);
    return due;
  }

  private static RoutedCall leased(RoutedCall call, Instant until) {
    Progress was = call.progress();
    var leased = new Progress(was.status(), was.attempts(), until, was.lastError(), was.begunAt());
    return new RoutedCall(
        call.key(),
        call.isOwnKey(),
        call.order(),
        call.ruleId(),
        call.mainSaga(),
        call.subSaga(),
        leased);
  }

  @Override
  public List<RoutedCall> unfinished(int limit) {
    return calls.values().stream()
        .filter(call -> call.progress().status() != Status.DONE)
        .sorted(Comparator.comparing(call -> call.progress().begunAt()))
        .limit(limit)
        .toList();
  }
}
