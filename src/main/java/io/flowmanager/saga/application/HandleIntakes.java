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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries what a lane has taken into the store. Where each event of a batch moves a saga of its own
 * that this node remembers, the batch goes there with one statement; everything else, and whatever
 * that did not do for, through a transaction. Either way all of it is durable when the call
 * returns.
 */
public final class HandleIntakes {

  /**
   * How long batches of many are read after one was written in vain: where other nodes move the
   * same sagas, most would be, and where the database has been away, connections may be dead.
   */
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
    Map<SagaId, Saga> known = recent.take(sagasOf(batch));
    if (isOfLogs(batch)) {
      // Where its log is to be read from belongs into the same transaction.
      return transaction.apply(batch);
    }
    BatchResult result = fromMemory(batch, known).orElseGet(() -> transaction.apply(batch));
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

  private Optional<BatchResult> fromMemory(List<Intake> batch, Map<SagaId, Saga> known) {
    long events = batch.stream().filter(Intake.Apply.class::isInstance).count();
    if (known.size() < events || (batch.size() > 1 && isPausing())) {
      return Optional.empty();
    }
    var loaded = new Loaded(known, List.of(), Map.of());
    var work = new BatchWork(flows, loaded, BatchWork.Times.now(clock, relay));
    return stepOfEach(batch, work)
        .flatMap(answers -> stored(work).map(earlier -> work.result(batch, answers, earlier)));
  }

  private boolean isPausing() {
    return clock.instant().isBefore(pauseEnds);
  }

  /**
   * The answers, if each is a step: only that is proved when it is stored. Whoever makes none may
   * have had another answer before, or ask about a saga that stands elsewhere by now.
   */
  private static Optional<List<Answer>> stepOfEach(List<Intake> batch, BatchWork work) {
    List<Answer> answers = new ArrayList<>();
    for (Intake intake : batch) {
      answers.add(work.take(intake));
      if (work.steps() < answers.size()) {
        return Optional.empty();
      }
    }
    return Optional.of(answers);
  }

  /** Empty if nothing was stored, else the commands that must leave before the new ones. */
  private Optional<Map<SagaId, Long>> stored(BatchWork work) {
    Set<SagaId> commanding = work.commanding();
    Map<SagaId, Long> earlier = commanding.isEmpty() ? Map.of() : changes.latestPending(commanding);
    return isStored(work.changes()) ? Optional.of(earlier) : Optional.empty();
  }

  private boolean isStored(List<SagaChange> steps) {
    boolean isStored = false;
    try {
      isStored = changes.store(steps);
      return isStored;
    } finally {
      if (!isStored && steps.size() > 1) {
        pauseEnds = clock.instant().plus(PAUSE);
      }
    }
  }
}
