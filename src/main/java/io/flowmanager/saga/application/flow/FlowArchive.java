// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.time.Instant;
import java.util.Collection;

/** Keeps every content that a flow file ever had, so that a saga's past can be understood. */
public interface FlowArchive {

  /**
   * Keeps each flow's content, without its secrets, unless the same version is kept already. Made
   * within a transaction of the caller.
   *
   * @throws StoreUnavailableException see {@link SagaStore}
   */
  void keep(Collection<Flow> flows, Instant loadedAt);
}
