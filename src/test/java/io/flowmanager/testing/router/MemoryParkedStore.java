// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.CallKey;
import io.flowmanager.router.application.ParkedMessage;
import io.flowmanager.router.application.ParkedStore;
import io.flowmanager.router.application.RouterMessage.Queue;
import io.flowmanager.router.application.RoutingException;
import io.flowmanager.router.application.RoutingException.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Parked messages in a map; it can be away. */
public final class MemoryParkedStore implements ParkedStore {

  private final Map<String, ParkedMessage> messages = new ConcurrentSkipListMap<>();
  private volatile boolean away;

  /** From now on every call fails, or none. */
  public void away(boolean isAway) {
    away = isAway;
  }

  private Stream<ParkedMessage> all() {
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
    return all().anyMatch(parked -> parked.message().key().equals(key));
  }

  @Override
  public void add(ParkedMessage message) {
    if (contains(message.message().key())) {
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "The key is taken.");
    }
    messages.put(message.id(), message);
  }

  @Override
  public Optional<ParkedMessage> find(String id) {
    return all().filter(parked -> parked.id().equals(id)).findFirst();
  }

  @Override
  public Optional<ParkedMessage> first(Queue queue) {
    return all()
        .filter(parked -> parked.message().queue().equals(queue))
        .min(Comparator.comparing(parked -> parked.message().place().offset()));
  }

  @Override
  public void replace(ParkedMessage message) {
    find(message.id()).ifPresent(found -> messages.put(message.id(), message));
  }

  @Override
  public boolean remove(String id) {
    return find(id).isPresent() && messages.remove(id) != null;
  }

  @Override
  public List<ParkedMessage> list(Optional<String> after, int limit) {
    return all()
        .filter(parked -> after.isEmpty() || parked.id().compareTo(after.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public long count() {
    return all().count();
  }
}
