// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.SagaTarget;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.engine.LaneFullException;
import io.flowmanager.saga.application.engine.NewSagaRequest;
import io.flowmanager.saga.application.engine.StartSaga;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** A flow of this server, called in process. */
final class LocalSagaTarget implements SagaTarget {

  private final FlowName flow;
  private final StartSaga startSaga;
  private final ApplyEvents applyEvents;

  LocalSagaTarget(FlowName flow, StartSaga startSaga, ApplyEvents applyEvents) {
    this.flow = flow;
    this.startSaga = startSaga;
    this.applyEvents = applyEvents;
  }

  @Override
  public CompletionStage<String> start(NewSagaOrder order, CallKey key) {
    return asked(
        () -> startSaga.enqueue(request(order, key)),
        answer -> ((Answer.Started) answer).saga().value());
  }

  @Override
  public CompletionStage<Taken> send(RoutedEvent event, CallKey key) {
    Optional<SagaId> saga = SagaId.find(event.saga());
    if (saga.isEmpty()) {
      return CompletableFuture.failedStage(unknown(event.saga()));
    }
    var told = new Event(saga.get(), event.label(), event.payload(), id(key));
    return asked(() -> applyEvents.enqueue(flow, told), this::taken);
  }

  private NewSagaRequest request(NewSagaOrder order, CallKey key) {
    return new NewSagaRequest(flow, order.associatedEntityId(), order.metadata(), id(key));
  }

  private static Optional<EventId> id(CallKey key) {
    return Optional.of(new EventId(key.value()));
  }

  private Taken taken(Answer answer) {
    if (answer instanceof Answer.Transitioned moved) {
      return new Taken(Optional.of("transitioned"), Optional.of(moved.state()));
    }
    if (answer instanceof Answer.Ignored ignored) {
      return new Taken(Optional.of("ignored"), Optional.of(ignored.state()));
    }
    if (answer instanceof Answer.Refused refused) {
      throw new RoutingException(
          Kind.UPSTREAM_REFUSED, place() + " refused the event: " + refused.refusal().detail());
    }
    throw unknown(((Answer.UnknownSaga) answer).saga().value());
  }

  private RoutingException unknown(String saga) {
    return new RoutingException(Kind.UPSTREAM_REFUSED, place() + " has no saga \"" + saga + "\".");
  }

  private String place() {
    return "flow:" + flow;
  }

  private <T> CompletionStage<T> asked(
      Supplier<CompletionStage<Answer>> call, Function<Answer, T> result) {
    try {
      return call.get()
          .handle(
              (answer, failure) -> {
                if (failure != null) {
                  throw failed(failure);
                }
                return result.apply(answer);
              });
    } catch (LaneFullException e) {
      return CompletableFuture.failedStage(
          new RoutingException(Kind.BUSY, place() + " is overloaded."));
    }
  }

  private RuntimeException failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof UnstorableException) {
      return new RoutingException(
          Kind.UPSTREAM_REFUSED, "The store of " + place() + " cannot store such a value.");
    }
    return cause instanceof StoreUnavailableException
        ? new RoutingException(
            Kind.STORE_UNAVAILABLE, "The store of " + place() + " is unavailable now.")
        : new CompletionException(cause);
  }
}
