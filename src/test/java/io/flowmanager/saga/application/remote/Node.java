// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.JsonTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a node does with its store: it reads, decides and commits, one request at a time. */
record Node(IntentStore store, Flow flow, Clock clock) {

  /** Of commands. */
  static final Duration LEASE = Duration.ofSeconds(15);

  static Wanted wanted(SagaId saga, String event) {
    return new Wanted(Set.of(saga), Map.of(saga, Set.of(new EventId(event))), Set.of());
  }

  RemoteSession begin(SagaId saga, String event) {
    return store.begin(wanted(saga, event));
  }

  /** The saga, unless its key has started one before. */
  SagaId start(SagaId saga, String key) {
    var startKey = new StartKey(flow.name(), new EventId(key));
    RemoteSession session = store.begin(new Wanted(Set.of(), Map.of(), Set.of(startKey)));
    return closing(session, () -> start(session, saga, startKey));
  }

  private SagaId start(RemoteSession session, SagaId saga, StartKey key) {
    Optional<SagaId> started = Optional.ofNullable(session.loaded().started().get(key));
    if (started.isEmpty()) {
      var request = new NewSaga(saga, flow.name(), "order-1", JsonTexts.object("{\"total\": 10}"));
      commit(session, flow.machine().start(request, clock.instant()), created(key), List.of());
    }
    return started.orElse(saga);
  }

  /** Unless the node dies. */
  private static <T> T closing(RemoteSession session, Supplier<T> work) {
    try {
      T result = work.get();
      session.close();
      return result;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static Origin created(StartKey key) {
    return new Origin.Created(Optional.of(key));
  }

  /** Sends the event, with its label as its id. */
  Answer send(SagaId saga, String event) {
    return send(saga, event, event);
  }

  Answer send(SagaId saga, String event, String id) {
    RemoteSession session = begin(saga, id);
    return closing(session, () -> handle(session, saga, event, id));
  }

  Answer handle(RemoteSession session, SagaId id, String label, String eventId) {
    Optional<Receipt> repeated = session.loaded().receipts().stream().findFirst();
    Saga saga = session.loaded().sagas().get(id);
    if (repeated.isPresent()) {
      return repeated.get().answer();
    }
    if (saga == null) {
      return new Answer.UnknownSaga(id);
    }
    var payload = JsonTexts.object("{\"by\": \"" + label + "\"}");
    var event = new Event(id, label, payload, Optional.of(new EventId(eventId)));
    if (flow.machine().decide(saga, event, clock.instant()) instanceof Transitioned step) {
      var answer = new Answer.Transitioned(id, step.saga().state());
      commit(session, step, new Origin.Moved(saga), List.of(receipt(id, eventId, answer)));
      return answer;
    }
    var answer = new Answer.Ignored(id, saga.state());
    session.commit(
        new SagaChange(
            saga,
            new Origin.Untouched(),
            List.of(),
            List.of(),
            List.of(receipt(id, eventId, answer))));
    return answer;
  }

  private Receipt receipt(SagaId saga, String event, Answer answer) {
    return new Receipt(saga, new EventId(event), answer, clock.instant());
  }

  private void commit(
      RemoteSession session, Transitioned step, Origin origin, List<Receipt> receipts) {
    Instant leasedUntil = clock.instant().plus(LEASE);
    List<PendingCommand> commands =
        step.command().stream()
            .map(command -> new PendingCommand(flow.name(), command, 0, leasedUntil, false))
            .toList();
    session.commit(new SagaChange(step.saga(), origin, List.of(step.entry()), commands, receipts));
  }
}
