// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.domain.Rule;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads main sagas with their sub sagas. */
public final class ReadStatus {

  private final RoutedFlows flows;
  private final String subFlowIdKey;

  /** A sub saga, and the id of the rule that chose its flow. */
  public record SubSaga(String ruleId, RoutedSaga saga) {}

  /** A main saga and, once there is one, its sub saga. */
  public record Status(RoutedSaga mainSaga, Optional<SubSaga> subSaga) {}

  /**
   * @param subFlowIdKey metadata key of a main saga that holds the sub saga's id
   */
  public ReadStatus(RoutedFlows flows, String subFlowIdKey) {
    this.flows = flows;
    this.subFlowIdKey = subFlowIdKey;
  }

  /**
   * @return completes exceptionally with a {@link RoutingException} if the main saga does not
   *     exist, or cannot be read
   */
  public CompletionStage<Status> handle(String mainSaga) {
    return flows
        .mainSaga(mainSaga)
        .thenCompose(main -> subSaga(main).thenApply(sub -> new Status(main, sub)));
  }

  /**
   * The sub saga alone.
   *
   * @return completes exceptionally as {@link #handle} does, and if there is no sub saga
   */
  public CompletionStage<RoutedSaga> subSaga(String mainSaga) {
    return handle(mainSaga)
        .thenApply(
            status -> status.subSaga().map(SubSaga::saga).orElseThrow(() -> noSubSaga(mainSaga)));
  }

  private CompletionStage<Optional<SubSaga>> subSaga(RoutedSaga main) {
    Optional<Rule> rule = flows.ruleOf(main);
    Optional<String> id = main.metadata(subFlowIdKey);
    if (rule.isEmpty() || id.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    return flows
        .subFlow(rule.get())
        .sagas()
        .find(id.get())
        .thenApply(found -> found.map(saga -> new SubSaga(rule.get().id(), saga)));
  }

  private static RoutingException noSubSaga(String mainSaga) {
    return new RoutingException(
        Kind.UNKNOWN_SAGA, "The main saga " + mainSaga + " has no sub saga yet.");
  }
}
