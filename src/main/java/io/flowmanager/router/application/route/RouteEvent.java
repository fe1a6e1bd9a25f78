// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.SagaTarget.Taken;
import io.flowmanager.router.domain.MetadataUpsert;
import io.flowmanager.router.domain.Rule;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Forwards an event of a main saga to its sub saga. */
@SingletonBean
public final class RouteEvent {

  private final RoutedFlows flows;
  private final RouterWords words;
  private final MetadataUpsert upsert;
  private final Supplier<CallKey> newKeys;
  private final KeyedSequencer events = new KeyedSequencer();

  /** The saga that received the event, and the answer of the sub flow. */
  public record Routed(String mainSaga, String subSaga, String subFlow, Taken taken) {}

  @Inject
  public RouteEvent(
      RoutedFlows flows, RouterWords words, MetadataUpsert upsert, Supplier<CallKey> newKeys) {
    this.flows = flows;
    this.words = words;
    this.upsert = upsert;
    this.newKeys = newKeys;
  }

  /**
   * Reads both sagas, merges the payload into the sub saga's metadata and sends the event. Events
   * of one main saga are handled one after the other, in the order of these calls.
   *
   * @param event its saga id is that of the main saga
   * @param key a repeat with the same key has no further effect
   * @return completes exceptionally with a {@link RoutingException}. Nothing has changed then,
   *     unless the sub flow did not answer: in this case the effect is unknown
   */
  public CompletionStage<Routed> handle(RoutedEvent event, Optional<CallKey> key) {
    CallKey callKey = key.orElseGet(newKeys);
    return events.run(
        event.saga(),
        () -> flows.mainSaga(event.saga()).thenCompose(main -> send(event, main, callKey)));
  }

  private CompletionStage<Routed> send(RoutedEvent event, RoutedSaga main, CallKey key) {
    Rule rule = flows.choose(main.metadata());
    String subSaga = main.metadata(words.subFlowIdKey()).orElseThrow(() -> noSubSaga(main));
    RoutedFlow subFlow = flows.subFlow(rule);
    return subFlow
        .sagas()
        .find(subSaga)
        .thenApply(found -> found.orElseThrow(() -> missing(rule, subSaga)))
        .thenApply(saga -> upsert.changes(saga.metadata(), event.payload()))
        .thenCompose(
            payload ->
                subFlow
                    .target()
                    .send(new RoutedEvent(subSaga, event.label(), payload), key.step("event")))
        .thenApply(taken -> new Routed(main.id(), subSaga, rule.id(), taken));
  }

  private RoutingException noSubSaga(RoutedSaga main) {
    return new RoutingException(
        Kind.NO_SUB_SAGA,
        "The main saga "
            + main.id()
            + " has no sub saga yet: its metadata has no string \""
            + words.subFlowIdKey()
            + "\".");
  }

  private static RoutingException missing(Rule rule, String subSaga) {
    return new RoutingException(
        Kind.UPSTREAM_REFUSED,
        "The sub saga " + subSaga + " is not found where the rule " + rule.id() + " reads sagas.");
  }
}
