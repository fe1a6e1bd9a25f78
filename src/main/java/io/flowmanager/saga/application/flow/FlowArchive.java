// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.time.Instant;
import java.util.Collection;

/** Stores every version of every flow file, so that the history of old sagas can be understood. */
public interface FlowArchive {

  /**
   * Stores the content of each flow, without its secrets, unless this version is already stored. To
   * be called within a transaction of the caller.
   *
   * @throws StoreUnavailableException see {@link SagaStore}
   */
  void keep(Collection<Flow> flows, Instant loadedAt);
}
