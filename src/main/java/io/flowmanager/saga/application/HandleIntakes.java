// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.application.SagaChange.Origin;
import io.flowmanager.saga.application.SagaStore.Loaded;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Carries what a lane has taken into the store. What is alone and moves a saga whose state this
 * node knows goes there with one statement; everything else, and whatever that did not do for,
 * through a transaction. Either way all of it is durable when the call returns.
 */
public final class HandleIntakes {

  private final Function<List<Intake>, BatchResult> transaction;
  private final LoneChanges changes;
  private final FlowCatalog flows;
  private final RelaySettings relay;
  private final Clock clock;
  private final RecentSagas recent;

  /**
   * @param transaction handles a batch atomically, as {@link HandleBatch#handle} does
   */
  public HandleIntakes(
      Function<List<Intake>, BatchResult> transaction,
      LoneChanges changes,
      FlowCatalog flows,
      RelaySettings relay,
      Clock clock) {
    this.transaction = transaction;
    this.changes = changes;
    this.flows = flows;
    this.relay = relay;
    this.clock = clock;
    this.recent = new RecentSagas(clock);
  }

  /**
   * @param batch in order of arrival
   * @throws StoreUnavailableException when nothing has happened; the batch may be tried again
   * @throws CommitInDoubtException when it is not known what has happened
   */
  public BatchResult handle(List<Intake> batch) {
    if (!changes.arePossible()) {
      return transaction.apply(batch);
    }
    if (batch.size() > 1) {
      recent.forget(batch.stream().flatMap(i -> i.toApply().stream()).map(Event::saga));
      return transaction.apply(batch);
    }
    BatchResult result = alone(batch).orElseGet(() -> transaction.apply(batch));
    result.steps().forEach(step -> recent.keep(step.saga()));
    return result;
  }

  private Optional<BatchResult> alone(List<Intake> batch) {
    Intake intake = batch.get(0);
    Optional<Event> event = intake.toApply();
    Optional<Saga> known = event.map(Event::saga).flatMap(recent::take);
    if (intake instanceof Intake.Consume || (event.isPresent() && known.isEmpty())) {
      return Optional.empty();
    }
    Map<SagaId, Saga> sagas = known.map(saga -> Map.of(saga.id(), saga)).orElse(Map.of());
    var loaded = new Loaded(sagas, List.of(), Map.of());
    var work = new BatchWork(flows, loaded, BatchWork.Times.now(clock, relay));
    Answer answer = work.take(intake);
    // What moves nothing is not told: the saga may stand elsewhere by now.
    return work.changes().stream()
        .filter(change -> !(change.origin() instanceof Origin.Untouched))
        .findFirst()
        .flatMap(
            change -> stored(change).map(earlier -> work.result(batch, List.of(answer), earlier)));
  }

  /** Empty if it was not stored, else the commands that must leave before its own. */
  private Optional<Map<SagaId, Long>> stored(SagaChange change) {
    SagaId id = change.saga().id();
    boolean mayHaveEarlier =
        change.origin() instanceof Origin.Moved && !change.commands().isEmpty();
    OptionalLong earlier = mayHaveEarlier ? changes.latestPending(id) : OptionalLong.empty();
    if (!changes.store(change)) {
      return Optional.empty();
    }
    return Optional.of(earlier.isPresent() ? Map.of(id, earlier.getAsLong()) : Map.of());
  }
}
