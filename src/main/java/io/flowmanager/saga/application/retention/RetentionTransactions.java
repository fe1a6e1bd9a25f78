// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What retention reads and writes, each time in a transaction of its own. */
@ApplicationScoped
public class RetentionTransactions {

  private final FinishedSagas sagas;
  private final RetentionMarks marks;
  private final SagaStore store;
  private final RetentionPace pace;
  private final Clock clock;

  /** For the container's proxy. */
  protected RetentionTransactions() {
    this(null, null, null, null, null);
  }

  @Inject
  public RetentionTransactions(
      FinishedSagas sagas, RetentionMarks marks, SagaStore store, RetentionPace pace, Clock clock) {
    this.sagas = sagas;
    this.marks = marks;
    this.store = store;
    this.pace = pace;
    this.clock = clock;
  }

  /** What a step is about. */
  public record Found(Walk walk, Walk.Portion portion, Sorting sorting) {}

  /** The next portion of the walk; nothing when another node has the lease. */
  @Transactional
  public Optional<Found> find(String node, Walk walk) {
    Instant now = clock.instant();
    if (!lease(node, now)) {
      return Optional.empty();
    }
    Walk.Portion portion = walk.next(sagas, marks, now);
    List<SagaId> ids = portion.sagas().stream().map(StoredSaga::id).toList();
    return Optional.of(
        new Found(walk, portion, Sorting.of(walk, portion.sagas(), sagas.withCommands(ids), now)));
  }

  private boolean lease(String node, Instant now) {
    return marks.lease(node, now, now.plus(pace.lease()));
  }

  /** Those of the sagas that exist, with their histories. */
  @Transactional
  public List<SagaWithHistory> read(Collection<StoredSaga> wanted) {
    return wanted.stream()
        .flatMap(saga -> store.find(saga.id()).stream())
        .map(saga -> new SagaWithHistory(saga, store.history(saga.id())))
        .toList();
  }

  /**
   * Deletes what is over, notes what is not, and moves the mark; all of it or nothing.
   *
   * @return how many sagas of each flow are deleted; none when another node has the lease
   */
  @Transactional
  public Map<FlowName, Integer> finish(String node, Found found) {
    Instant now = clock.instant();
    Map<FlowName, Integer> counts = new HashMap<>();
    if (!lease(node, now)) {
      return counts;
    }
    Sorting sorting = found.sorting();
    List<StoredSaga> over = sorting.over().values().stream().flatMap(List::stream).toList();
    Collection<SagaId> deleted = sagas.delete(over);
    over.stream()
        .filter(saga -> deleted.contains(saga.id()))
        .forEach(saga -> counts.merge(saga.flow(), 1, Integer::sum));
    note(found, deleted, now);
    return counts;
  }

  private void note(Found found, Collection<SagaId> deleted, Instant now) {
    marks.forget(found.portion().gone());
    if (found.walk().notes()) {
      Map<FlowName, Map<SagaId, Instant>> later = new HashMap<>();
      Map<SagaId, Instant> times = found.sorting().laterWithout(deleted, now);
      found.portion().sagas().stream()
          .filter(saga -> times.containsKey(saga.id()))
          .forEach(
              saga ->
                  later
                      .computeIfAbsent(saga.flow(), flow -> new HashMap<>())
                      .put(saga.id(), times.get(saga.id())));
      later.forEach(marks::leaveBehind);
    }
    found.portion().move().ifPresent(move -> marks.move(move.walk(), move.position()));
  }

  /** When the flow's oldest finished saga made its final step, nearly. */
  @Transactional
  public Optional<Instant> oldest(FlowName flow, String idPrefix) {
    return sagas.oldest(flow, idPrefix);
  }

  @Transactional
  public FinishedSagas.Count count(FlowName flow, String idPrefix, int limit) {
    return sagas.count(flow, idPrefix, limit);
  }
}
