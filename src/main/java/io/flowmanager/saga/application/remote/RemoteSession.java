// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.StoreUnavailableException;

/** Work on one saga of a {@link RemoteStore}: of one thread, and closed by it. */
public interface RemoteSession extends AutoCloseable {

  /** What the store has of what was wanted. */
  Loaded loaded();

  /**
   * Stores the change with all that belongs to it: state, history, receipts, start key and
   * commands. When it returns, they are durable, and the commands are pending in the outbox with
   * the lease that they carry. To be called once at most.
   *
   * @throws StoreUnavailableException when nothing is stored, because the store fails or because
   *     the saga has changed since it was loaded; the request may be tried again from the beginning
   * @throws CommitInDoubtException when the change may be stored now or later; a request that can
   *     be recognised may be tried again
   */
  void commit(SagaChange change);

  /** Lets others work on the saga. */
  @Override
  void close();
}
