// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.store.SagaStore;
import java.time.Clock;

/** What decisions on a batch need beside the batch and its sagas. */
public record BatchContext(FlowCatalog flows, DeliverySettings relay, Clock clock) {

  /** Those of a batch that is handled now. */
  BatchWork.Times times() {
    return BatchWork.Times.now(clock, relay);
  }

  /** Work on a batch that has begun at that time, with the sagas that were loaded for it. */
  BatchWork begin(SagaStore.Loaded loaded, BatchWork.Times times) {
    return new BatchWork(flows, loaded, times);
  }
}
