// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import java.util.List;
import java.util.Optional;

/**
 * Stores quarantined messages. Every method must be called within a transaction of the caller, and
 * throws a {@link RoutingException} ({@link RoutingException.Kind#STORE_UNAVAILABLE}) if the store
 * is unavailable. Committed data survives a crash.
 */
public interface QuarantineStore {

  /**
   * Whether messages of the queue are quarantined. If so, they are locked: none of them can be
   * removed before the transaction ends. So a message that is added in this transaction is visible
   * to the transaction that removes the last one.
   */
  boolean lock(RouterMessage.Queue queue);

  /** Whether the message with this key is quarantined. */
  boolean contains(CallKey key);

  /** Stores a message; fails if its key already exists. */
  void add(QuarantinedMessage message);

  Optional<QuarantinedMessage> find(String id);

  /** The message of the queue that was sent first; empty if none is quarantined. */
  Optional<QuarantinedMessage> first(RouterMessage.Queue queue);

  /** Replaces the stored message that has the same id; does nothing if there is none. */
  void replace(QuarantinedMessage message);

  /** Removes the message. Returns whether it was stored. */
  boolean remove(String id);

  /**
   * One page of a listing, in ascending order of ids.
   *
   * @param after only messages with a greater id
   */
  List<QuarantinedMessage> list(Optional<String> after, int limit);

  long count();
}
