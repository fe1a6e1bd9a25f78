// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps messages that were quarantined. Every method works within the caller's transaction and
 * throws a {@link RoutingException} ({@link RoutingException.Kind#STORE_UNAVAILABLE}) when the
 * store cannot do it. What is committed survives a crash.
 */
public interface QuarantineStore {

  /**
   * Whether messages of the queue are quarantined. If so, none of them can be removed before the
   * transaction ends; so what is added now will be seen by whoever removes the last one.
   */
  boolean lock(RouterMessage.Queue queue);

  /** Whether this very message is quarantined. */
  boolean contains(CallKey key);

  /** Stores a message; fails when its key is taken. */
  void add(QuarantinedMessage message);

  Optional<QuarantinedMessage> find(String id);

  /** The message of the queue that was sent first. */
  Optional<QuarantinedMessage> first(RouterMessage.Queue queue);

  /** Puts the message in the place of the one with its id; does nothing when there is none. */
  void replace(QuarantinedMessage message);

  /** Whether there was one. */
  boolean remove(String id);

  /**
   * A page of a listing, in ascending order of ids.
   *
   * @param after only those behind it
   */
  List<QuarantinedMessage> list(Optional<String> after, int limit);

  long count();
}
