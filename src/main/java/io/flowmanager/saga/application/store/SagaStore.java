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
 * Where sagas live. Nothing else changes them. There are two ways to commit:
 *
 * <ul>
 *   <li>Within a transaction of the caller, {@link #load} and then {@link #commit}, once each. What
 *       they do takes effect together when that transaction commits, and not at all when it does
 *       not. Every store can do so.
 *   <li>Outside of any transaction, {@link #commitIfCurrent}, for sagas that the caller has in
 *       memory. A store can do so if {@link #canCommitIfCurrent}.
 * </ul>
 *
 * <p>Every method may throw {@link StoreUnavailableException}: the store cannot be asked now, or
 * another node was faster; nothing has changed and the same call may succeed later. Implementations
 * are safe for use by many threads.
 */
public interface SagaStore {

  /**
   * Reads what a batch needs and keeps every saga that it found from being changed by others until
   * the transaction ends. Sagas are locked in the order of their ids, so that batches of two nodes
   * cannot wait for each other in a ring. Histories are not read: the cost does not grow with a
   * saga's age.
   */
  Loaded load(Wanted wanted);

  /**
   * Of each of these sagas the sequence of its latest command that is not known to be delivered; a
   * saga without one is missing. What is committed afterwards comes after it, as nobody adds a
   * command without moving the saga. To be asked
   *
   * <ul>
   *   <li>within the transaction, after {@link #load} and before {@link #commit}, and only of sagas
   *       that were loaded;
   *   <li>or outside of any transaction, before {@link #commitIfCurrent} of these sagas;
   *   <li>or in a transaction of its own, of sagas that are stored elsewhere.
   * </ul>
   */
  Map<SagaId, Long> latestPending(Set<SagaId> sagas);

  /**
   * Stores all changes of a batch: state, history, receipts, start keys and pending commands, for
   * all sagas or for none. A saga that was loaded must not have been changed by anybody else since;
   * if it was, or if a start key has been taken in the meantime, this throws {@link
   * StoreUnavailableException} at the latest when the transaction commits, and the batch may be
   * tried again from its beginning.
   */
  void commit(List<SagaChange> changes);

  /**
   * Whether this store can {@link #commitIfCurrent}; always the same answer. It takes a store that
   * writes a saga with all that belongs to it at once, and can tell for each saga whether it did:
   * PostgreSQL can by one statement, H2 cannot. A store that cannot is never asked to.
   */
  boolean canCommitIfCurrent();

  /**
   * Stores steps of sagas that were not loaded in a transaction, durably: each with all that
   * belongs to it, if its saga stands where the step was decided from, or not at all. That is
   * compared by the number, the flow version and the time of the step before. Never called within a
   * transaction.
   *
   * @param changes of different sagas, which are new or have moved; each with one history entry
   * @return the sagas whose changes are stored. Another one does not stand where the step was
   *     decided from, or its start key or receipt is there already. That is no failure, neither
   *     here nor for the store's own log
   * @throws StoreUnavailableException when nothing was stored
   * @throws CommitInDoubtException when it is not known whether anything was stored
   */
  Set<SagaId> commitIfCurrent(List<SagaChange> changes);

  /** The saga as it was last committed, without a lock. */
  Optional<Saga> find(SagaId id);

  /** The saga's history, oldest first; empty for an unknown saga. */
  List<HistoryEntry> history(SagaId id);

  /**
   * One page of sagas in falling order of their ids: newest first among those of one prefix, since
   * the ids that this server makes go up with time.
   */
  SagaPage list(SagaQuery query);

  /**
   * What a batch is about.
   *
   * @param sagas the sagas of its events
   * @param events ids of the events that have one, by saga
   * @param starts keys of the starts that have one
   */
  record Wanted(Set<SagaId> sagas, Map<SagaId, Set<EventId>> events, Set<StartKey> starts) {}

  /**
   * What the store has of it.
   *
   * @param sagas those that exist
   * @param receipts of the wanted events, those that have been answered before
   * @param started the sagas that were started with one of the wanted keys
   */
  record Loaded(Map<SagaId, Saga> sagas, List<Receipt> receipts, Map<StartKey, SagaId> started) {}
}
