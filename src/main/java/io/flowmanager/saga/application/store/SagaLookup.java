// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.SagaId;
import java.util.Optional;

/**
 * Finds sagas wherever they are stored. Each method may throw {@link StoreUnavailableException},
 * and waits for the stores.
 */
public interface SagaLookup {

  /** The saga with its history, oldest first; both of the same moment. */
  Optional<SagaWithHistory> find(SagaId id);

  /** One page of a listing. */
  SagaPage list(SagaQuery query);
}
