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
 * Where sagas live. {@link #load} and {@link #commit} are called once each within one transaction
 * of the caller; what they do takes effect together when that transaction commits, and not at all
 * when it does not.
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
   * saga without one is missing. To be asked after {@link #load} and before {@link #commit}, and
   * only of sagas that were loaded: while they are locked no command is added to them.
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
