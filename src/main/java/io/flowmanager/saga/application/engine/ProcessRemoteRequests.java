// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.remote.RemoteStore;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Handles requests of a flow whose sagas are in a {@link RemoteStore}: each one by itself, since no
 * transaction spans two of its sagas. One that fails does not keep those of other sagas back.
 */
final class ProcessRemoteRequests implements BatchProcessor {

  /** So many failures in a row mean that the store is down. */
  private static final int STORE_FAILS = 2;

  private final RemoteStore store;
  private final QuerySagas outbox;
  private final MessagePositions positions;
  private final BatchContext context;

  /**
   * @param outbox where commands are pending
   */
  ProcessRemoteRequests(
      RemoteStore store, QuerySagas outbox, MessagePositions positions, BatchContext context) {
    this.store = store;
    this.outbox = outbox;
    this.positions = positions;
    this.context = context;
  }

  @Override
  public void handle(List<EngineRequest> batch, Consumer<BatchResult> committed) {
    var failures = new Failures();
    for (EngineRequest request : batch) {
      if (!failures.isBehindOne(request)) {
        try {
          committed.accept(handle(request));
          failures.end();
        } catch (RuntimeException | Error e) {
          failures.add(request, e);
        }
      }
    }
    failures.rethrow();
  }

  private BatchResult handle(EngineRequest request) {
    return request instanceof EngineRequest.Consume message
        ? consume(message)
        : apply(request, request);
  }

  private BatchResult consume(EngineRequest.Consume message) {
    Optional<Answer> outOfTurn = positions.outOfTurn(message);
    if (outOfTurn.isPresent()) {
      return BatchResult.answered(message, outOfTurn.get());
    }
    if (message.content() instanceof MessageContent.Unreadable unreadable) {
      var skipped = new Answer.Unreadable(unreadable.reason(), unreadable.detail());
      return BatchResult.answered(message, positions.moveBehind(message, skipped));
    }
    BatchResult result = apply(RecognizableMessage.of(message), message);
    Answer answer = positions.moveBehind(message, result.answers().get(0));
    return new BatchResult(result.batch(), List.of(answer), result.steps(), result.dispatches());
  }

  /**
   * @param request a start or an event
   * @param original what was asked for, which the result names
   */
  private BatchResult apply(EngineRequest request, EngineRequest original) {
    BatchWork.Times times = context.times();
    try (RemoteSession session = store.begin(RequestedSagas.of(List.of(request)))) {
      BatchWork work = context.begin(session.loaded(), times);
      Answer answer = work.take(request);
      Set<SagaId> commanding = work.commanding();
      Map<SagaId, Long> earlier =
          commanding.isEmpty() ? Map.of() : outbox.latestPending(commanding);
      work.changes().forEach(session::commit);
      return work.result(List.of(original), List.of(answer), earlier);
    }
  }

  /** What failed in a batch. Later requests of the same saga or partition must not overtake it. */
  private static final class Failures {

    private final Set<Object> behind = new HashSet<>();
    private Throwable worst;
    private int inARow;

    /** Nothing more is tried when the store fails for everybody: each request would wait for it. */
    boolean isBehindOne(EngineRequest request) {
      return inARow == STORE_FAILS || behind.contains(key(request));
    }

    void end() {
      inARow = 0;
    }

    void add(EngineRequest request, Throwable failure) {
      behind.add(key(request));
      inARow++;
      if (worst == null || BatchExecutor.isInDoubt(failure)) {
        worst = failure;
      }
    }

    private static Object key(EngineRequest request) {
      return request instanceof EngineRequest.Consume message
          ? message.position().partition()
          : request.toApply().<Object>map(Event::saga).orElse(request);
    }

    /** A doubt comes first: it forbids to repeat what would act twice. */
    void rethrow() {
      if (worst instanceof Error error) {
        throw error;
      }
      if (worst != null) {
        throw (RuntimeException) worst;
      }
    }
  }
}
