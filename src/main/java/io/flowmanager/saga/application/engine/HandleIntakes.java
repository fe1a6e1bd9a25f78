// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.LoneChanges;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
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
 * that did not do for, through a transaction.
 */
public final class HandleIntakes {

  /** How long batches of many are read after one failed: connections may be dead. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final BatchResult NOTHING =
      new BatchResult(List.of(), List.of(), List.of(), List.of());

  private final Function<List<EngineRequest>, BatchResult> transaction;
  private final LoneChanges changes;
  private final SagaCache recent;
  private final BatchContext context;
  private volatile Instant pauseEnds = Instant.MIN;

  /**
   * @param transaction handles a batch atomically, as {@link HandleBatch#handle} does
   */
  public HandleIntakes(
      Function<List<EngineRequest>, BatchResult> transaction,
      LoneChanges changes,
      SagaCache recent,
      BatchContext context) {
    this.transaction = transaction;
    this.changes = changes;
    this.recent = recent;
    this.context = context;
  }

  /** The two ways, in the order in which a lane takes them. */
  public BatchHandlers handlers() {
    return new BatchHandlers(this::fromMemory, this::inTransaction);
  }

  /**
   * Stores what it can of a batch by one statement, without a transaction.
   *
   * @param batch in order of arrival
   * @return the part that is durable now, in its order; of the rest nothing has happened, and it is
   *     to go through a transaction
   * @throws StoreUnavailableException when nothing has happened
   * @throws CommitInDoubtException when it is not known what has happened
   */
  BatchResult fromMemory(List<EngineRequest> batch) {
    if (!changes.arePossible()) {
      return NOTHING;
    }
    Map<SagaId, Saga> known = recent.take(sagasOf(batch));
    // Where a log is to be read from belongs into the same transaction as its messages.
    if (isOfLogs(batch) || isMissingAny(batch, known) || (batch.size() > 1 && isPausing())) {
      return NOTHING;
    }
    BatchWork work = context.begin(new Loaded(known, List.of(), Map.of()));
    BatchResult result =
        stepOfEach(batch, work).map(answers -> stored(batch, work, answers)).orElse(NOTHING);
    remember(result);
    return result;
  }

  /**
   * Handles a batch atomically.
   *
   * @throws StoreUnavailableException when nothing has happened; the batch may be tried again
   */
  BatchResult inTransaction(List<EngineRequest> batch) {
    BatchResult result = transaction.apply(batch);
    if (changes.arePossible() && !isOfLogs(batch)) {
      remember(result);
    }
    return result;
  }

  private void remember(BatchResult result) {
    recent.keep(result.steps().stream().map(Transitioned::saga).toList());
  }

  /** Each event needs a saga of its own. */
  private static boolean isMissingAny(List<EngineRequest> batch, Map<SagaId, Saga> known) {
    return known.size() < batch.stream().filter(EngineRequest.Apply.class::isInstance).count();
  }

  private static Set<SagaId> sagasOf(List<EngineRequest> batch) {
    return batch.stream()
        .flatMap(intake -> intake.toApply().stream())
        .map(Event::saga)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOfLogs(List<EngineRequest> batch) {
    return batch.stream().anyMatch(EngineRequest.Consume.class::isInstance);
  }

  private boolean isPausing() {
    return context.clock().instant().isBefore(pauseEnds);
  }

  /**
   * The answers, if each is a step: only that is proved when it is stored. Whoever makes none may
   * have had another answer before, or ask about a saga that stands elsewhere by now.
   */
  private static Optional<List<Answer>> stepOfEach(List<EngineRequest> batch, BatchWork work) {
    List<Answer> answers = new ArrayList<>();
    for (EngineRequest intake : batch) {
      answers.add(work.take(intake));
      if (work.steps() < answers.size()) {
        return Optional.empty();
      }
    }
    return Optional.of(answers);
  }

  private BatchResult stored(List<EngineRequest> batch, BatchWork work, List<Answer> answers) {
    Set<SagaId> commanding = work.commanding();
    Map<SagaId, Long> earlier = commanding.isEmpty() ? Map.of() : changes.latestPending(commanding);
    return work.result(batch, answers, earlier).of(stored(work.changes()));
  }

  private Set<SagaId> stored(List<SagaChange> steps) {
    try {
      return changes.store(steps);
    } catch (StoreUnavailableException | CommitInDoubtException e) {
      pauseEnds = context.clock().instant().plus(PAUSE);
      throw e;
    }
  }
}
