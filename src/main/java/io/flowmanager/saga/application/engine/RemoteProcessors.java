// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.remote.RemoteStores;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** What carries out the requests of each flow whose sagas are stored elsewhere. */
@SingletonBean
public final class RemoteProcessors {

  static final RemoteProcessors NONE = new RemoteProcessors(Map.of());

  private final Map<FlowName, BatchProcessor> byFlow;

  private RemoteProcessors(Map<FlowName, BatchProcessor> byFlow) {
    this.byFlow = byFlow;
  }

  /**
   * @param outbox where commands are pending
   */
  @Inject
  public RemoteProcessors(
      RemoteStores stores, QuerySagas outbox, MessagePositions positions, BatchContext context) {
    this(new HashMap<>());
    stores
        .byFlow()
        .forEach(
            (flow, store) ->
                byFlow.put(flow, new ProcessRemoteRequests(store, outbox, positions, context)));
  }

  Map<FlowName, BatchProcessor> byFlow() {
    return byFlow;
  }
}
