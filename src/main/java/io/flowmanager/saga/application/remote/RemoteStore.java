// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import java.util.Optional;

/**
 * The sagas of one flow in a store outside of this server's database (contract,
 * "persistencyManagement": rest, mongo, crud). Such a store is asked for one saga at a time, and
 * never within a transaction. Calls wait for the store, so they belong on threads of the flow.
 *
 * <p>Every method may throw {@link StoreUnavailableException}: the store does not answer, or its
 * answer is not understood; the message says which. Nothing has changed then. Implementations are
 * safe for use by many threads.
 */
public interface RemoteStore extends AutoCloseable {

  /**
   * Prepares the store at the start of the server, such as its index. To be called once, before
   * anything else.
   */
  void open();

  /**
   * Reads what one request needs, as it is stored now, whoever has changed it. Whatever an earlier
   * step of the saga has left unfinished is finished first.
   *
   * @param wanted one saga with the ids of its event, or one start with or without a key
   * @throws StoreUnavailableException also when somebody else works on the saga now
   */
  RemoteSession begin(Wanted wanted);

  /** The saga as the store has it now, with its history. */
  Optional<SagaWithHistory> find(SagaId id);

  /** Whether {@link #list} can tell which sagas there are; always the same answer. */
  boolean canList();

  /**
   * One page of the flow's sagas, in the order of {@code SagaStore.list}. Only asked if {@link
   * #canList}.
   */
  SagaPage list(SagaQuery query);

  /**
   * Finishes steps that were left unfinished, such as by a node that died: at most some hundred at
   * once. Commands of steps that it finishes are due in the outbox then. What cannot be finished
   * now is tried again by the next call.
   */
  void recover();

  /** Whether the store can be reached; empty for one without a lasting connection. */
  Optional<Connection> connection();

  /** Closes connections. Nothing is asked of the store afterwards. */
  @Override
  void close();
}
