// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.RoutedFlow;
import io.flowmanager.router.application.route.RoutedSaga;
import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.application.route.SagaTarget;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A flow that knows idempotency keys, merges the first level, and fails on demand. */
public final class MemoryFlow implements SagaTarget, SagaReader {

  /** When a call fails: before it has its effect, or after, so that only its answer is lost. */
  public enum Break {
    BEFORE,
    AFTER
  }

  private record Breakdown(Break when, Kind kind) {}

  private final String name;
  private final Map<String, String> starts = new LinkedHashMap<>();
  private final Map<String, JsonObject> sagas = new LinkedHashMap<>();
  private final Map<String, RoutedEvent> events = new LinkedHashMap<>();
  private final Map<String, Breakdown> breakdowns = new LinkedHashMap<>();
  private final Map<String, Runnable> companions = new LinkedHashMap<>();

  public MemoryFlow(String name) {
    this.name = name;
  }

  /** The next start fails so. */
  public void breakStart(Break when, Kind kind) {
    breakdowns.put("start", new Breakdown(when, kind));
  }

  /** The next event with that label fails so. */
  public void breakEvent(String label, Break when, Kind kind) {
    breakdowns.put(label, new Breakdown(when, kind));
  }

  /** What happens besides when the event with that label comes. */
  public void whenTold(String label, Runnable besides) {
    companions.put(label, besides);
  }

  /** Ids of all sagas, in the order of their start. */
  public List<String> sagas() {
    return List.copyOf(sagas.keySet());
  }

  public JsonObject metadataOf(String saga) {
    return sagas.get(saga);
  }

  /** A saga that somebody else has started. */
  public void put(String saga, JsonObject metadata) {
    sagas.put(saga, metadata);
  }

  /** Events that had an effect, repeats left out. */
  public List<RoutedEvent> events() {
    return new ArrayList<>(events.values());
  }

  public RoutedFlow routed() {
    return new RoutedFlow(this, this);
  }

  @Override
  public CompletionStage<String> start(NewSagaOrder order, CallKey key) {
    return broken(
        "start",
        () -> {
          String id =
              starts.computeIfAbsent(key.value(), unknown -> name + "-" + (starts.size() + 1));
          sagas.putIfAbsent(id, order.metadata());
          return id;
        });
  }

  @Override
  public CompletionStage<Taken> send(RoutedEvent event, CallKey key) {
    companions.getOrDefault(event.label(), () -> {}).run();
    return broken(
        event.label(),
        () -> {
          if (events.putIfAbsent(event.saga() + " " + key, event) == null) {
            var merged = JsonText.builders().createObjectBuilder(sagas.get(event.saga()));
            event.payload().forEach(merged::add);
            sagas.put(event.saga(), merged.build());
          }
          return new Taken(Optional.of("transitioned"), Optional.of("next"));
        });
  }

  @Override
  public CompletionStage<Optional<RoutedSaga>> find(String id) {
    return CompletableFuture.completedStage(
        Optional.ofNullable(sagas.get(id))
            .map(metadata -> new RoutedSaga(id, document(id, metadata))));
  }

  private static JsonObject document(String id, JsonObject metadata) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("sagaId", id)
        .add("currentState", "there")
        .add("metadata", metadata)
        .build();
  }

  private <T> CompletionStage<T> broken(String step, Supplier<T> work) {
    Breakdown breakdown = breakdowns.remove(step);
    if (breakdown == null) {
      return CompletableFuture.completedStage(work.get());
    }
    if (breakdown.when() == Break.AFTER) {
      work.get();
    }
    return CompletableFuture.failedStage(
        new RoutingException(breakdown.kind(), name + " broke at " + step + "."));
  }
}
