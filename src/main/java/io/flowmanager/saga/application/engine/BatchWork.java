// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.Decision;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides on everything in a batch, in order, from what was loaded; stores nothing. Of one thread,
 * used once.
 */
final class BatchWork {

  private record ReceiptKey(SagaId saga, EventId event) {}

  /** When the batch is handled, and how long this node has its commands for itself. */
  record Times(Instant now, Instant leasedUntil) {

    /** In milliseconds, as they are stored. */
    static Times now(Clock clock, DeliverySettings relay) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return new Times(now, now.plus(relay.lease()));
    }
  }

  private final FlowCatalog flows;
  private final Instant now;
  private final Instant leasedUntil;
  private final Map<SagaId, SagaUnitOfWork> units = new LinkedHashMap<>();
  private final Map<ReceiptKey, Answer> receipts = new HashMap<>();
  private final Map<StartKey, SagaId> started;
  private final List<Transitioned> steps = new ArrayList<>();

  BatchWork(FlowCatalog flows, SagaStore.Loaded loaded, Times times) {
    this.flows = flows;
    this.now = times.now();
    this.leasedUntil = times.leasedUntil();
    this.started = new HashMap<>(loaded.started());
    loaded.sagas().forEach((id, saga) -> units.put(id, SagaUnitOfWork.loaded(saga)));
    loaded.receipts().forEach(r -> receipts.put(new ReceiptKey(r.saga(), r.event()), r.answer()));
  }

  Answer take(EngineRequest request, ConsumedMessages consumed) {
    return request instanceof EngineRequest.Consume message
        ? consumed.take(message, this::apply)
        : take(request);
  }

  /**
   * @param request no message of a log
   */
  Answer take(EngineRequest request) {
    return request instanceof EngineRequest.Start start
        ? start(start)
        : apply((EngineRequest.Apply) request);
  }

  /** How many steps there are up to now. */
  int steps() {
    return steps.size();
  }

  List<SagaChange> changes() {
    return units.values().stream()
        .filter(SagaUnitOfWork::hasNews)
        .map(SagaUnitOfWork::change)
        .toList();
  }

  /**
   * Sagas that were there before, with a new command: earlier ones must leave first, where there
   * are any.
   */
  Set<SagaId> commanding() {
    return units.values().stream()
        .filter(SagaUnitOfWork::mayHaveEarlierCommands)
        .map(unit -> unit.saga().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param latestPending of the sagas that are {@link #commanding}
   */
  BatchResult result(
      List<EngineRequest> batch, List<Answer> answers, Map<SagaId, Long> latestPending) {
    List<Dispatch> dispatches =
        units.values().stream()
            .flatMap(unit -> unit.dispatches(earlier(unit, latestPending)))
            .toList();
    return new BatchResult(batch, answers, List.copyOf(steps), dispatches);
  }

  private static OptionalLong earlier(SagaUnitOfWork unit, Map<SagaId, Long> latestPending) {
    Long sequence = latestPending.get(unit.saga().id());
    return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
  }

  private Answer start(EngineRequest.Start start) {
    Optional<StartKey> key = start.key().map(id -> new StartKey(start.saga().flow(), id));
    Optional<SagaId> before = key.map(started::get);
    if (before.isPresent()) {
      return new Answer.Started(before.get());
    }
    Transitioned first = flow(start.saga().flow()).machine().start(start.saga(), now);
    SagaUnitOfWork unit = SagaUnitOfWork.created(first, key);
    units.put(first.saga().id(), unit);
    key.ifPresent(k -> started.put(k, first.saga().id()));
    enter(unit, first);
    return new Answer.Started(first.saga().id());
  }

  private Answer apply(EngineRequest.Apply apply) {
    SagaUnitOfWork unit = units.get(apply.saga());
    if (unit == null || !unit.saga().flow().equals(apply.flow())) {
      return new Answer.UnknownSaga(apply.saga());
    }
    Optional<ReceiptKey> key = apply.event().id().map(id -> new ReceiptKey(apply.saga(), id));
    Optional<Answer> before = key.map(receipts::get);
    if (before.isPresent()) {
      return before.get();
    }
    Answer answer = decide(unit, apply);
    key.filter(k -> isLasting(answer)).ifPresent(k -> remember(unit, k, answer));
    return answer;
  }

  /** What a mended flow would take is not kept: the event acts when it comes again. */
  private static boolean isLasting(Answer answer) {
    return !(answer instanceof Answer.Refused refused && refused.refusal().kind().mayPass());
  }

  private Answer decide(SagaUnitOfWork unit, EngineRequest.Apply apply) {
    Decision decision = flow(apply.flow()).machine().decide(unit.saga(), apply.event(), now);
    if (decision instanceof Transitioned step) {
      enter(unit, step);
      return new Answer.Transitioned(apply.saga(), step.saga().state());
    }
    String state = unit.saga().state();
    return decision instanceof Decision.Refused refused
        ? new Answer.Refused(apply.saga(), state, refused.refusal())
        : new Answer.Ignored(apply.saga(), state);
  }

  private void enter(SagaUnitOfWork unit, Transitioned step) {
    steps.add(step);
    unit.enter(step, leasedUntil);
  }

  private void remember(SagaUnitOfWork unit, ReceiptKey key, Answer answer) {
    receipts.put(key, answer);
    unit.keep(new Receipt(key.saga(), key.event(), answer, now));
  }

  private Flow flow(FlowName name) {
    return flows
        .find(name)
        .orElseThrow(() -> new IllegalStateException("The flow " + name + " is not hosted here."));
  }
}
