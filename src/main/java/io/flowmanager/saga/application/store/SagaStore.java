// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores sagas. Sagas change only through this port. There are two ways to commit:
 *
 * <ul>
 *   <li>In a transaction of the caller: {@link #load}, then {@link #commit}, once each. Their
 *       effects become visible together when the transaction commits; if it is rolled back, they
 *       have no effect. Every store supports this.
 *   <li>Outside of any transaction: {@link #commitIfCurrent}, for sagas that the caller has in
 *       memory. A store supports this if {@link #canCommitIfCurrent} returns true.
 * </ul>
 *
 * <p>Every method may throw {@link StoreUnavailableException}: the store cannot be reached now, or
 * another node changed the same data first. Nothing has changed then, and the same call may succeed
 * later. Implementations are thread-safe.
 */
public interface SagaStore {

  /**
   * Reads what a batch needs, and locks every saga that it finds until the transaction ends. Sagas
   * are locked in the order of their ids, so that the batches of two nodes cannot deadlock.
   * Histories are not read, so the cost does not grow with a saga's age.
   */
  Loaded load(Wanted wanted);

  /**
   * For each of these sagas, the sequence of its latest command whose delivery is not confirmed. A
   * saga without such a command is not in the map. Commands that are committed later have higher
   * sequences, because a command is only added by a step of its saga. To be called
   *
   * <ul>
   *   <li>within the transaction, after {@link #load} and before {@link #commit}, and only for
   *       sagas that were loaded;
   *   <li>or outside of any transaction, before {@link #commitIfCurrent} for these sagas.
   * </ul>
   */
  Map<SagaId, Long> latestPending(Set<SagaId> sagas);

  /**
   * Stores all changes of a batch atomically: states, history, receipts, start keys and pending
   * commands of all sagas, or nothing. If another transaction has changed a loaded saga, or has
   * taken a start key, this method or the commit of the transaction throws {@link
   * StoreUnavailableException}. The caller may then retry the whole batch.
   */
  void commit(List<SagaChange> changes);

  /**
   * Whether this store supports {@link #commitIfCurrent}; the answer never changes. Such a store
   * writes a saga with all that belongs to it in one statement, and reports for each saga whether
   * it was written. PostgreSQL supports this, H2 does not. {@code commitIfCurrent} is never called
   * on a store that does not support it.
   */
  boolean canCommitIfCurrent();

  /**
   * Stores steps of sagas that were not loaded in a transaction, durably. Each step is stored with
   * all that belongs to it if the saga is still at the step that the decision was based on;
   * otherwise nothing of it is stored. The comparison uses the number, the flow version and the
   * time of the previous step. Never called within a transaction.
   *
   * @param changes changes of different sagas, each new or moved, each with one history entry
   * @return the sagas whose changes are stored. The others have moved since, or their start key or
   *     receipt already exists. This is not an error, and the database does not log it as one
   * @throws StoreUnavailableException if nothing was stored
   * @throws CommitInDoubtException if it is unknown whether anything was stored
   */
  Set<SagaId> commitIfCurrent(List<SagaChange> changes);

  /** The saga as it was last committed. Takes no lock. */
  Optional<Saga> find(SagaId id);

  /** The saga's history, oldest first; empty for an unknown saga. */
  List<HistoryEntry> history(SagaId id);

  /**
   * One page of sagas in descending order of their ids. Within one prefix this means newest first,
   * because the ids that this server generates increase with time.
   */
  SagaPage list(SagaQuery query);

  /**
   * What a batch needs to read.
   *
   * @param sagas the sagas of its events
   * @param events ids of the events that have an id, by saga
   * @param starts keys of the starts that have a key
   */
  record Wanted(Set<SagaId> sagas, Map<SagaId, Set<EventId>> events, Set<StartKey> starts) {}

  /**
   * What the store found.
   *
   * @param sagas the wanted sagas that exist
   * @param receipts receipts of those wanted events that were answered before
   * @param started sagas that were started with one of the wanted keys
   */
  record Loaded(Map<SagaId, Saga> sagas, List<Receipt> receipts, Map<StartKey, SagaId> started) {}
}
