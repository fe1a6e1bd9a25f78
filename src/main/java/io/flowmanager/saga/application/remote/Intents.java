// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Intents in the server's database, one for each saga at most. Each call is made within a
 * transaction of the caller and may throw {@link StoreUnavailableException}.
 */
public interface Intents {

  /** A command that is leased until then waits for its intent. No real lease ends so late. */
  Instant HELD = Instant.ofEpochMilli(Long.MAX_VALUE - 1);

  /** The saga's intent; nobody else changes it until the transaction ends. */
  Optional<Intent> lock(SagaId saga);

  /**
   * Stores the first intent of a saga, for which {@link #lock} has found none.
   *
   * @throws StoreUnavailableException at the latest when the transaction commits, if somebody else
   *     has made one meanwhile
   */
  void add(Intent intent);

  /** Stores the new content of an intent that this transaction has locked. */
  void put(Intent intent);

  /** Forgets the saga's intent, if there is one. */
  void remove(SagaId saga);

  /** Gives the saga's commands that are {@link #HELD} that lease; see {@link PendingCommand}. */
  void lease(SagaId saga, Instant until);

  /** Sagas of the flow whose intents are free at that time, the oldest first. */
  List<SagaId> free(FlowName flow, Instant now, int limit);
}
