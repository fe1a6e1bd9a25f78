// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks payloads before their events enter a lane, so that a dear check holds up no other event. A
 * check of a few milliseconds is done by the thread that brings the event; a longer one by threads
 * of its own, which are few. Events of one key enter the lane in the order in which they came,
 * whatever their checks take. Safe for any number of threads.
 */
@SingletonBean
public final class CheckPayloads {

  private final FlowCatalog flows;
  private final Executor threads;

  /** Of each key that has a check under way: done when the last event has entered its lane. */
  private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /**
   * @param threads may refuse a task with {@link RejectedExecutionException}
   */
  @Inject
  public CheckPayloads(FlowCatalog flows, @ThreadsFor(Work.CHECKS) Executor threads) {
    this.flows = flows;
    this.threads = threads;
  }

  /**
   * Hands the event on with its payload checked.
   *
   * @param key events of one key stay in order
   * @param inline takes the event in on this thread, which may process it as well
   * @param enqueue takes it in on a thread that checks, and does nothing but put it into its lane
   * @throws LaneFullException when too many dear checks wait, or {@code inline} throws it
   */
  CompletionStage<Answer> check(
      String key,
      FlowName flow,
      Event event,
      Function<Event, CompletionStage<Answer>> inline,
      Function<Event, CompletionStage<Answer>> enqueue) {
    List<PayloadCheck> checks =
        flows.find(flow).map(found -> found.machine().checks(event.label())).orElse(List.of());
    Optional<Event> checked = checkQuickly(event, checks);
    if (checked.isPresent() && !last.containsKey(key)) {
      return inline.apply(checked.get());
    }
    CompletableFuture<Event> ready =
        checked
            .map(CompletableFuture::completedFuture)
            .orElseGet(() -> checkElsewhere(event, checks));
    return inOrder(key, ready, enqueue);
  }

  /** Hands something without a payload on, behind the events of its key that came before. */
  CompletionStage<Answer> inOrder(String key, Supplier<CompletionStage<Answer>> lane) {
    return last.containsKey(key)
        ? inOrder(key, CompletableFuture.completedFuture(null), none -> lane.get())
        : lane.get();
  }

  private static Optional<Event> checkQuickly(Event event, List<PayloadCheck> checks) {
    if (checks.isEmpty()) {
      return Optional.of(event);
    }
    Map<PayloadCheck, List<Violation>> found = new HashMap<>();
    for (PayloadCheck check : checks) {
      Optional<List<Violation>> violations = check.checkQuickly(event.payload());
      if (violations.isEmpty()) {
        return Optional.empty();
      }
      found.put(check, violations.get());
    }
    return Optional.of(event.withChecked(found));
  }

  private CompletableFuture<Event> checkElsewhere(Event event, List<PayloadCheck> checks) {
    try {
      return CompletableFuture.supplyAsync(() -> checkFully(event, checks), threads);
    } catch (RejectedExecutionException e) {
      throw new LaneFullException();
    }
  }

  private static Event checkFully(Event event, List<PayloadCheck> checks) {
    Map<PayloadCheck, List<Violation>> found = new HashMap<>();
    checks.forEach(check -> found.put(check, check.check(event.payload())));
    return event.withChecked(found);
  }

  private CompletionStage<Answer> inOrder(
      String key, CompletableFuture<Event> ready, Function<Event, CompletionStage<Answer>> lane) {
    var answer = new CompletableFuture<Answer>();
    CompletableFuture<Void> entered =
        last.compute(
            key, (same, before) -> after(before, ready).thenAccept(e -> enter(e, lane, answer)));
    entered.whenComplete(
        (done, failure) -> {
          last.remove(key, entered);
          if (failure != null) {
            answer.completeExceptionally(cause(failure));
          }
        });
    return answer;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  /** The event, once the one before it has entered or failed to. */
  private static CompletableFuture<Event> after(
      CompletableFuture<Void> before, CompletableFuture<Event> ready) {
    return before == null
        ? ready
        : before.handle((done, failure) -> done).thenCombine(ready, (done, event) -> event);
  }

  private static void enter(
      Event event,
      Function<Event, CompletionStage<Answer>> lane,
      CompletableFuture<Answer> answer) {
    try {
      lane.apply(event)
          .whenComplete(
              (result, failure) -> {
                if (failure == null) {
                  answer.complete(result);
                } else {
                  answer.completeExceptionally(failure);
                }
              });
    } catch (LaneFullException e) {
      answer.completeExceptionally(
          new StoreUnavailableException("The lane was full after the check.", e));
    }
  }
}
