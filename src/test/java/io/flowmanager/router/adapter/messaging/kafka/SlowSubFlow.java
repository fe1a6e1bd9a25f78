// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.RoutedSaga;
import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.application.route.SagaTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A flow of many sagas, {@code sN} for the main saga {@code mN}, that answers a bit later on
 * another thread and takes each event once for each key.
 */
final class SlowSubFlow implements SagaTarget, SagaReader {

  private final Map<String, List<String>> labels = new TreeMap<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicInteger effects = new AtomicInteger();

  /** From now on the saga's events fail. */
  void refuse(String saga) {
    refused.add(saga);
  }

  /** What each saga was told, in its order. */
  synchronized Map<String, List<String>> labels() {
    var copy = new TreeMap<String, List<String>>();
    labels.forEach((saga, told) -> copy.put(saga, List.copyOf(told)));
    return copy;
  }

  int count() {
    return labels().values().stream().mapToInt(List::size).sum();
  }

  int effects() {
    return effects.get();
  }

  @Override
  public CompletionStage<String> start(NewSagaOrder order, CallKey key) {
    throw new UnsupportedOperationException("Sagas are there already.");
  }

  @Override
  public CompletionStage<Taken> send(RoutedEvent event, CallKey key) {
    var soon = CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> take(event, key), soon);
  }

  private synchronized Taken take(RoutedEvent event, CallKey key) {
    if (refused.contains(event.saga())) {
      throw new RoutingException(Kind.UPSTREAM_FAILED, "The sub flow is out of order.");
    }
    if (keys.add(key.value())) {
      labels.computeIfAbsent(event.saga(), saga -> new ArrayList<>()).add(event.label());
      effects.incrementAndGet();
    }
    return new Taken(Optional.empty(), Optional.empty());
  }

  @Override
  public CompletionStage<Optional<RoutedSaga>> find(String id) {
    return CompletableFuture.completedStage(
        Optional.of(new RoutedSaga(id, JsonText.parse("{\"metadata\": {}}").asJsonObject())));
  }
}
