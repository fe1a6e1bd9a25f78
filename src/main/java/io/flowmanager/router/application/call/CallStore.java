// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the {@code /saga} calls that were begun. Every method works within the caller's transaction
 * and throws a {@link RoutingException} ({@link RoutingException.Kind#STORE_UNAVAILABLE}) when the
 * store cannot do it. What is committed survives a crash.
 */
public interface CallStore {

  /** Locks the call until the end of the transaction. */
  Optional<RoutedCall> find(CallKey key);

  /** Stores a new call; fails when its key is taken. */
  void add(RoutedCall call);

  /** Puts the call in the place of the one with its key; does nothing when there is none. */
  void replace(RoutedCall call);

  void remove(CallKey key);

  /**
   * Removes the call unless its caller knows the key.
   *
   * @return whether there was such a call
   */
  boolean removeOwn(CallKey key);

  /** Notes the main saga of the call, if there still is one. */
  void noteMainSaga(CallKey key, String saga);

  /** Notes the sub saga of the call, if there still is one. */
  void noteSubSaga(CallKey key, String saga);

  /**
   * Takes open calls whose next attempt is due, longest waiting first, and moves their next attempt
   * to {@code leasedUntil}. Nodes that do so at the same time get different calls.
   */
  List<RoutedCall> claim(Instant now, Instant leasedUntil, int limit);

  /** Calls that are not done, oldest first. */
  List<RoutedCall> unfinished(int limit);
}
