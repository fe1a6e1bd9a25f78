// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.LinkedHashMap;
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

  /** Of every store with a lasting connection. */
  public Map<FlowName, Connection> connections() {
    var connections = new LinkedHashMap<FlowName, Connection>();
    byFlow.forEach((flow, store) -> store.connection().ifPresent(c -> connections.put(flow, c)));
    return connections;
  }

  /** Closes all; nothing is asked of them afterwards. */
  public void close() {
    byFlow.values().forEach(RemoteStore::close);
  }

  public Optional<RemoteStore> find(FlowName flow) {
    return Optional.ofNullable(byFlow.get(flow));
  }
}
