// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantinedMessage;
import io.flowmanager.router.application.message.RouterMessage.Queue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Quarantined messages in a map; it can be away. */
public final class MemoryQuarantineStore implements QuarantineStore {

  private final Map<String, QuarantinedMessage> messages = new ConcurrentSkipListMap<>();
  private volatile boolean away;

  /** From now on every call fails, or none. */
  public void away(boolean isAway) {
    away = isAway;
  }

  private Stream<QuarantinedMessage> all() {
    if (away) {
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "away");
    }
    return messages.values().stream();
  }

  @Override
  public boolean lock(Queue queue) {
    return first(queue).isPresent();
  }

  @Override
  public boolean contains(CallKey key) {
    return all().anyMatch(message -> message.message().key().equals(key));
  }

  @Override
  public void add(QuarantinedMessage message) {
    if (contains(message.message().key())) {
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "The key is taken.");
    }
    messages.put(message.id(), message);
  }

  @Override
  public Optional<QuarantinedMessage> find(String id) {
    return all().filter(message -> message.id().equals(id)).findFirst();
  }

  @Override
  public Optional<QuarantinedMessage> first(Queue queue) {
    return all()
        .filter(message -> message.message().queue().equals(queue))
        .min(Comparator.comparing(message -> message.message().place().offset()));
  }

  @Override
  public void replace(QuarantinedMessage message) {
    find(message.id()).ifPresent(found -> messages.put(message.id(), message));
  }

  @Override
  public boolean remove(String id) {
    return find(id).isPresent() && messages.remove(id) != null;
  }

  @Override
  public List<QuarantinedMessage> list(Optional<String> after, int limit) {
    return all()
        .filter(message -> after.isEmpty() || message.id().compareTo(after.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public long count() {
    return all().count();
  }
}
