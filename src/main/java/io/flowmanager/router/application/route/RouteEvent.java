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

/** Sends an event that is meant for a main saga on to its sub saga. */
@SingletonBean
public final class RouteEvent {

  private final RoutedFlows flows;
  private final RouterWords words;
  private final MetadataUpsert upsert;
  private final Supplier<CallKey> newKeys;
  private final KeyedSequencer events = new KeyedSequencer();

  /** Where the event went, and what the sub flow says of it. */
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
   * Reads both sagas, upserts the payload onto the sub saga's metadata and sends it; events of one
   * main saga one after the other, in the order of these calls.
   *
   * @param event its saga is the main saga
   * @param key a repeat acts once
   * @return completes exceptionally with a {@link RoutingException}; unless the sub flow did not
   *     answer, nothing has happened then
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
            + " has no sub saga, or not yet: its metadata have no text under \""
            + words.subFlowIdKey()
            + "\".");
  }

  private static RoutingException missing(Rule rule, String subSaga) {
    return new RoutingException(
        Kind.UPSTREAM_REFUSED,
        "The sub saga " + subSaga + " is not found where the rule " + rule.id() + " reads sagas.");
  }
}
