// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.domain.MetadataUpsert;
import io.flowmanager.router.domain.Rule;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Forwards a notification of a sub saga to the main saga and the external service. */
@SingletonBean
public final class RouteNotification {

  /** The event that is sent to the sub saga at the end. */
  private static final String COMPLETED = "routerNotifyCompleted";

  private final RoutedFlows flows;
  private final RouterWords words;
  private final MetadataUpsert upsert;
  private final Optional<ExternalService> external;
  private final Supplier<CallKey> newKeys;
  private final KeyedSequencer notifications = new KeyedSequencer();

  /** The two sagas that received an event. */
  public record Notified(String mainSaga, String subSaga) {}

  @Inject
  public RouteNotification(
      RoutedFlows flows,
      RouterWords words,
      MetadataUpsert upsert,
      Optional<ExternalService> external,
      Supplier<CallKey> newKeys) {
    this.flows = flows;
    this.words = words;
    this.upsert = upsert;
    this.external = external;
    this.newKeys = newKeys;
  }

  /**
   * Merges the notification's data into the main saga's metadata, sends an event with the same
   * label to the main flow and to the external service, and finally sends {@code
   * routerNotifyCompleted} to the sub flow. Notifications of one main saga are handled one after
   * the other, in the order of these calls.
   *
   * @param notification its saga id is that of the sub saga, its payload is the sub saga's metadata
   * @param key for all calls with the same key, each step takes effect once
   * @return completes exceptionally with a {@link RoutingException}; a repeat with the same key
   *     completes the missing steps
   * @throws RoutingException if the payload does not name a main saga, or its data is not an object
   */
  public CompletionStage<Notified> handle(RoutedEvent notification, Optional<CallKey> key) {
    CallKey callKey = key.orElseGet(newKeys);
    JsonObject data = data(notification.payload());
    String mainSaga =
        RoutedSaga.text(notification.payload(), words.mainFlowIdKey())
            .orElseThrow(() -> invalid("needs the main saga's id", words.mainFlowIdKey()));
    return notifications.run(mainSaga, () -> handle(mainSaga, notification, data, callKey));
  }

  private CompletionStage<Notified> handle(
      String mainSaga, RoutedEvent notification, JsonObject data, CallKey key) {
    return flows
        .mainSaga(mainSaga)
        .thenCompose(
            main -> {
              Rule rule = flows.choose(main.metadata());
              JsonObject changes = upsert.changes(main.metadata(), data);
              var event = new RoutedEvent(main.id(), notification.label(), changes);
              return tell(event, key).thenCompose(told -> complete(rule, notification.saga(), key));
            })
        .thenApply(taken -> new Notified(mainSaga, notification.saga()));
  }

  private JsonObject data(JsonObject payload) {
    JsonValue data = payload.getOrDefault(words.mainFlowDataKey(), JsonValue.EMPTY_JSON_OBJECT);
    if (data instanceof JsonObject object) {
      return object;
    }
    throw invalid("must have an object", words.mainFlowDataKey());
  }

  private static RoutingException invalid(String what, String key) {
    return new RoutingException(
        Kind.INVALID_PAYLOAD, "The payload " + what + " under \"" + key + "\".");
  }

  private CompletionStage<Void> tell(RoutedEvent event, CallKey key) {
    return flows
        .main()
        .target()
        .send(event, key.step("main"))
        .thenCompose(
            taken ->
                external
                    .map(service -> service.tell(event, key.step("external")))
                    .orElse(CompletableFuture.completedStage(null)));
  }

  private CompletionStage<SagaTarget.Taken> complete(Rule rule, String subSaga, CallKey key) {
    var event = new RoutedEvent(subSaga, COMPLETED, JsonValue.EMPTY_JSON_OBJECT);
    return flows.subFlow(rule).target().send(event, key.step("completed"));
  }
}
