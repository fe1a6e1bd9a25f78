// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores the {@code /saga} calls that were begun. Every method must be called within a transaction
 * of the caller, and throws a {@link RoutingException} ({@link
 * RoutingException.Kind#STORE_UNAVAILABLE}) if the store is unavailable. Committed data survives a
 * crash.
 */
public interface CallStore {

  /** Finds the call and locks it until the transaction ends. */
  Optional<RoutedCall> find(CallKey key);

  /** Stores a new call; fails if its key already exists. */
  void add(RoutedCall call);

  /** Replaces the stored call that has the same key; does nothing if there is none. */
  void replace(RoutedCall call);

  void remove(CallKey key);

  /**
   * Removes the call if its key is a generated one.
   *
   * @return whether a call was removed
   */
  boolean removeOwn(CallKey key);

  /** Records the main saga of the call, if the call is still stored. */
  void noteMainSaga(CallKey key, String saga);

  /** Records the sub saga of the call, if the call is still stored. */
  void noteSubSaga(CallKey key, String saga);

  /**
   * Claims open calls whose next attempt is due, the longest waiting first, and sets their next
   * attempt to {@code leasedUntil}. Nodes that claim at the same time get different calls.
   */
  List<RoutedCall> claim(Instant now, Instant leasedUntil, int limit);

  /** Unfinished calls, oldest first. */
  List<RoutedCall> unfinished(int limit);
}
