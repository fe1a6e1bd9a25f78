// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Decides on a batch and commits what comes of it. Where each request of it moves a saga of its own
 * that this node has cached, or starts one, the store commits the batch if the sagas are current.
 * Everything else goes through a transaction, and so does what was not current.
 */
@SingletonBean
public final class ProcessBatch implements BatchProcessor {

  /**
   * How long no cached saga is used after the store broke off. Connections may be dead then. A
   * transaction meets a dead one when it reads, and may be tried again. A commit without a
   * transaction meets it when it writes, which leaves a doubt.
   */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private static final BatchResult NOTHING =
      new BatchResult(List.of(), List.of(), List.of(), List.of());

  private final BatchTransactions transactions;
  private final SagaStore store;
  private final SagaCache cache;
  private final BatchContext context;
  private volatile Instant cacheIsUsedFrom = Instant.MIN;

  @Inject
  public ProcessBatch(
      BatchTransactions transactions, SagaStore store, SagaCache cache, BatchContext context) {
    this.transactions = transactions;
    this.store = store;
    this.cache = cache;
    this.context = context;
  }

  /** In one part or two: what is committed if it is current, and what takes a transaction. */
  @Override
  public void handle(List<EngineRequest> batch, Consumer<BatchResult> committed) {
    boolean isCaching = cache.isOn() && store.canCommitIfCurrent();
    BatchResult stored = isCaching ? ifCurrent(batch) : NOTHING;
    List<EngineRequest> rest = stored.rest(batch);
    if (rest.size() < batch.size()) {
      cacheSagasOf(stored);
      committed.accept(stored);
    }
    if (!rest.isEmpty()) {
      BatchResult result = transactions.handle(rest);
      if (isCaching && !isOfLogs(rest)) {
        cacheSagasOf(result);
      }
      committed.accept(result);
    }
  }

  private void cacheSagasOf(BatchResult result) {
    cache.put(result.steps().stream().map(Transitioned::saga).toList());
  }

  /** The part of the batch that is committed without a transaction. */
  private BatchResult ifCurrent(List<EngineRequest> batch) {
    Map<SagaId, Saga> cached = cache.take(sagasOf(batch));
    if (isMissingAny(batch, cached) || isOfLogs(batch) || !isCacheUsed()) {
      return NOTHING;
    }
    BatchWork work = context.begin(new Loaded(cached, List.of(), Map.of()), context.times());
    return stepOfEach(batch, work).map(answers -> commit(batch, work, answers)).orElse(NOTHING);
  }

  private static Set<SagaId> sagasOf(List<EngineRequest> batch) {
    return batch.stream()
        .flatMap(request -> request.toApply().stream())
        .map(Event::saga)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Each event needs a saga of its own. */
  private static boolean isMissingAny(List<EngineRequest> batch, Map<SagaId, Saga> cached) {
    return cached.size() < batch.stream().filter(EngineRequest.Apply.class::isInstance).count();
  }

  /** Where a log is to be read from belongs into the same transaction as its messages. */
  private static boolean isOfLogs(List<EngineRequest> batch) {
    return batch.stream().anyMatch(EngineRequest.Consume.class::isInstance);
  }

  private boolean isCacheUsed() {
    return !context.clock().instant().isBefore(cacheIsUsedFrom);
  }

  /**
   * The answers, if each is a step: only a step is proved when it is stored. An event that makes
   * none may have had another answer before, or its saga may have moved elsewhere.
   */
  private static Optional<List<Answer>> stepOfEach(List<EngineRequest> batch, BatchWork work) {
    List<Answer> answers = new ArrayList<>();
    for (EngineRequest request : batch) {
      answers.add(work.take(request));
      if (work.steps() < answers.size()) {
        return Optional.empty();
      }
    }
    return Optional.of(answers);
  }

  private BatchResult commit(List<EngineRequest> batch, BatchWork work, List<Answer> answers) {
    try {
      Set<SagaId> commanding = work.commanding();
      Map<SagaId, Long> earlier = commanding.isEmpty() ? Map.of() : store.latestPending(commanding);
      Set<SagaId> moved = store.commitIfCurrent(work.changes());
      return work.result(batch, answers, earlier).of(moved);
    } catch (StoreUnavailableException | CommitInDoubtException e) {
      cacheIsUsedFrom = context.clock().instant().plus(AFTER_FAILURE);
      throw e;
    }
  }
}
