// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Map;
import java.util.Optional;

/**
 * The stores of the flows that keep their sagas elsewhere. A flow without one has its sagas in the
 * server's database.
 */
public record RemoteStores(Map<FlowName, RemoteStore> byFlow) {

  public RemoteStores {
    byFlow = Map.copyOf(byFlow);
  }

  public Optional<RemoteStore> find(FlowName flow) {
    return Optional.ofNullable(byFlow.get(flow));
  }
}
