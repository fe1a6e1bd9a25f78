// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.store.SagaStore;
import java.time.Clock;

/** What decisions on a batch need beside the batch and its sagas. */
public record BatchContext(FlowCatalog flows, DeliverySettings relay, Clock clock) {

  /** A batch that begins now. */
  BatchWork begin(SagaStore.Loaded loaded) {
    return new BatchWork(flows, loaded, BatchWork.Times.now(clock, relay));
  }
}
