// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.CallJournal;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.domain.Rule;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Starts a main saga and its sub saga. The call is recorded first, and each step has an idempotency
 * key of its own. So a repeat, by the caller or by {@link FinishCalls}, completes the missing
 * steps.
 */
@SingletonBean
public final class RouteSaga {

  private final RoutedFlows flows;
  private final RouterWords words;
  private final CallJournal journal;
  private final Supplier<CallKey> newKeys;
  private final JsonBuilderFactory builders;

  /** The two sagas, and the rule that chose the sub flow. */
  public record Started(String mainSaga, String subSaga, String subFlow) {}

  /**
   * @param newKeys generates keys for callers that give none
   */
  @Inject
  public RouteSaga(
      RoutedFlows flows,
      RouterWords words,
      CallJournal journal,
      Supplier<CallKey> newKeys,
      JsonBuilderFactory builders) {
    this.flows = flows;
    this.words = words;
    this.journal = journal;
    this.newKeys = newKeys;
    this.builders = builders;
  }

  /**
   * Starts the main saga, then the sub saga of the flow that the first matching rule names, then
   * tells the main saga of it.
   *
   * @param key a repeat gets the sagas of the first call, even if the rules have changed since, and
   *     completes its missing steps
   * @return completes exceptionally with a {@link RoutingException}. The steps done so far are
   *     recorded, and the call will be finished unless an upstream refused it. If no rule matches
   *     the metadata of a new call, nothing was started
   */
  public CompletionStage<Started> handle(NewSagaOrder order, Optional<CallKey> key) {
    Supplier<String> rule = () -> flows.choose(order.metadata()).id();
    CallKey callKey = key.orElseGet(newKeys);
    return journal.begin(callKey, key.isEmpty(), order, rule).thenCompose(this::finish);
  }

  /**
   * Completes the missing steps of a call that was begun.
   *
   * @return completes exceptionally as {@link #handle} does, and if the call does not exist
   */
  public CompletionStage<Started> repeat(CallKey key) {
    return journal.find(key).thenCompose(call -> finish(call.orElseThrow(() -> unknown(key))));
  }

  private static RoutingException unknown(CallKey key) {
    return new RoutingException(Kind.UNKNOWN_CALL, "No call was begun with the key " + key + ".");
  }

  /** Completes the missing steps of the call. */
  CompletionStage<Started> finish(RoutedCall call) {
    if (call.progress().status() == RoutedCall.Status.DONE) {
      return CompletableFuture.completedStage(started(call));
    }
    return mainSaga(call)
        .thenCompose(this::subSaga)
        .thenCompose(this::tellMain)
        .handle((started, failure) -> ended(call, started, failure))
        .thenCompose(stage -> stage);
  }

  private CompletionStage<RoutedCall> mainSaga(RoutedCall call) {
    if (call.mainSaga().isPresent()) {
      return CompletableFuture.completedStage(call);
    }
    return flows
        .main()
        .target()
        .start(call.order(), call.key())
        .thenCompose(
            id ->
                journal
                    .note(() -> journal.calls().mainStarted(call.key(), id))
                    .thenApply(noted -> call.withMainSaga(id)));
  }

  private CompletionStage<RoutedCall> subSaga(RoutedCall call) {
    if (call.subSaga().isPresent()) {
      return CompletableFuture.completedStage(call);
    }
    JsonObject metadata = with(call.order().metadata(), words.mainFlowIdKey(), call.mainSaga());
    return flows
        .subFlow(ruleOf(call))
        .target()
        .start(
            new NewSagaOrder(call.order().associatedEntityId(), metadata), call.key().step("sub"))
        .thenCompose(
            id ->
                journal
                    .note(() -> journal.calls().subStarted(call.key(), id))
                    .thenApply(noted -> call.withSubSaga(id)));
  }

  /** The rule may have been removed from the file since the call was begun. */
  private Rule ruleOf(RoutedCall call) {
    return flows.rules().rules().stream()
        .filter(rule -> rule.id().equals(call.ruleId()))
        .findFirst()
        .orElseGet(() -> flows.choose(call.order().metadata()));
  }

  private CompletionStage<Started> tellMain(RoutedCall call) {
    JsonObject payload =
        with(builders.createObjectBuilder().build(), words.subFlowIdKey(), call.subSaga());
    var event =
        new RoutedEvent(call.mainSaga().orElseThrow(), words.subFlowCreatedEvent(), payload);
    return flows
        .main()
        .target()
        .send(event, call.key().step("created"))
        .thenCompose(taken -> journal.note(() -> journal.calls().done(call.key())))
        .thenApply(noted -> started(call));
  }

  private JsonObject with(JsonObject object, String key, Optional<String> value) {
    return builders.createObjectBuilder(object).add(key, value.orElseThrow()).build();
  }

  private Started started(RoutedCall call) {
    return new Started(call.mainSaga().orElseThrow(), call.subSaga().orElseThrow(), call.ruleId());
  }

  private CompletionStage<Started> ended(RoutedCall call, Started started, Throwable failure) {
    if (failure == null) {
      return CompletableFuture.completedStage(started);
    }
    RoutingException reason = Failures.routing(failure);
    return journal
        .failed(call.key(), reason)
        .exceptionally(unnoted -> true)
        .thenCompose(
            isRecorded -> CompletableFuture.failedStage(isRecorded ? told(call, reason) : reason));
  }

  private static RoutingException told(RoutedCall call, RoutingException reason) {
    String outlook =
        reason.kind().mayPass()
            ? " What was begun is recorded under the key " + call.key() + " and will be finished."
            : " What was begun is recorded under the key "
                + call.key()
                + "; correct the cause, then repeat the call with this key.";
    return new RoutingException(reason.kind(), reason.getMessage() + outlook);
  }
}
