// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.testkit.store.TransactionalStore;

/** A store that the contracts of the ports are tested with. */
public interface TestStore extends TransactionalStore, AutoCloseable {

  /** The sagas outside of any transaction. */
  SagaStore sagas();

  /** Forgets everything. */
  void clear();

  @Override
  void close();
}
