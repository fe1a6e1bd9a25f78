// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stored sagas as retention sees them. Each call is made within a transaction of the caller. A
 * call names {@link #MOST} sagas at the most. No call costs more when more sagas are stored.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface FinishedSagas {

  /** How many sagas one call, and so one transaction, may delete. */
  int MOST = 200;

  /** Behind every id. */
  String END = "\u007f";

  /**
   * The sagas of any flow whose ids are between these two texts, both excluded, in the order of
   * their ids, without a lock.
   */
  List<StoredSaga> between(String after, String before, int limit);

  /** Those of the sagas that exist, in any order, without a lock. */
  List<StoredSaga> find(Collection<SagaId> ids);

  /** Those of the sagas that have a command that is not known to be delivered, or is blocked. */
  Set<SagaId> withCommands(Collection<SagaId> ids);

  /**
   * Deletes sagas with all that belongs to them: history, receipts, start keys and what is noted
   * about them. Passes over a saga that has moved since it was read, that has commands, or that
   * somebody holds a lock on: it waits for nobody who handles events.
   *
   * @return those that are deleted when the transaction commits; an event that comes for one then
   *     finds no saga
   */
  Set<SagaId> delete(Collection<StoredSaga> sagas);

  /**
   * When the saga was final whose final step came first, among the flow's sagas with the lowest
   * ids; that is nearly the oldest one of all.
   */
  Optional<Instant> oldest(FlowName flow, String idPrefix);

  /**
   * The flow's finished sagas, counted among the sagas with the highest ids of that prefix.
   *
   * @param limit how many sagas are looked at, of whatever flow
   */
  Count count(FlowName flow, String idPrefix, int limit);

  /**
   * @param finished how many finished sagas were met
   * @param isWhole whether all sagas with the prefix were looked at; else there may be more
   */
  record Count(long finished, boolean isWhole) {}
}
