// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.application.SagaStore.Loaded;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries what a lane has taken into the store. Where this node remembers all sagas of a batch, and
 * each of them makes one step, the batch goes there with one statement; everything else, and
 * whatever that did not do for, through a transaction. Either way all of it is durable when the
 * call returns.
 */
public final class HandleIntakes {

  /** Where other nodes move the same sagas, most batches of many would be written in vain. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Function<List<Intake>, BatchResult> transaction;
  private final LoneChanges changes;
  private final FlowCatalog flows;
  private final RelaySettings relay;
  private final Clock clock;
  private final RecentSagas recent;
  private volatile Instant pauseEnds = Instant.MIN;

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
    Set<SagaId> asked = sagasOf(batch);
    Map<SagaId, Saga> known = recent.take(asked);
    if (isOfLogs(batch)) {
      // Where its log is to be read from belongs into the same transaction.
      return transaction.apply(batch);
    }
    BatchResult result =
        known.size() < asked.size() || (batch.size() > 1 && isPausing())
            ? transaction.apply(batch)
            : handle(batch, known).orElseGet(() -> transaction.apply(batch));
    recent.keep(result.steps().stream().map(Transitioned::saga).toList());
    return result;
  }

  private static Set<SagaId> sagasOf(List<Intake> batch) {
    return batch.stream()
        .flatMap(intake -> intake.toApply().stream())
        .map(Event::saga)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOfLogs(List<Intake> batch) {
    return batch.stream().anyMatch(Intake.Consume.class::isInstance);
  }

  private boolean isPausing() {
    return clock.instant().isBefore(pauseEnds);
  }

  private Optional<BatchResult> handle(List<Intake> batch, Map<SagaId, Saga> known) {
    var work =
        new BatchWork(
            flows, new Loaded(known, List.of(), Map.of()), BatchWork.Times.now(clock, relay));
    List<Answer> answers = batch.stream().map(work::take).toList();
    List<SagaChange> steps = work.changes();
    if (!areOneOfEach(steps, known.keySet())) {
      return Optional.empty();
    }
    Set<SagaId> commanding = work.commanding();
    Map<SagaId, Long> earlier = commanding.isEmpty() ? Map.of() : changes.latestPending(commanding);
    if (!changes.store(steps)) {
      pauseEnds = clock.instant().plus(PAUSE);
      return Optional.empty();
    }
    return Optional.of(work.result(batch, answers, earlier));
  }

  /**
   * Whether storing the steps proves all that was remembered. An answer about a saga that does not
   * move would be told unproved: it may stand elsewhere by now.
   */
  private static boolean areOneOfEach(List<SagaChange> steps, Set<SagaId> known) {
    return steps.stream().allMatch(SagaChange::isOneStep)
        && steps.stream()
            .map(step -> step.saga().id())
            .collect(Collectors.toSet())
            .containsAll(known);
  }
}
