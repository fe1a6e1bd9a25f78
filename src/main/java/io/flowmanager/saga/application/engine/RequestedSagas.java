// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a store has to be asked for, so that a batch can be decided on. */
final class RequestedSagas {

  private RequestedSagas() {}

  static Wanted of(List<EngineRequest> batch) {
    Set<SagaId> sagas = new HashSet<>();
    Map<SagaId, Set<EventId>> events = new HashMap<>();
    Set<StartKey> starts = new HashSet<>();
    for (EngineRequest request : batch) {
      if (request instanceof EngineRequest.Start start) {
        start.key().ifPresent(key -> starts.add(new StartKey(start.saga().flow(), key)));
      }
      request.toApply().ifPresent(event -> want(event, sagas, events));
    }
    return new Wanted(sagas, events, starts);
  }

  private static void want(Event event, Set<SagaId> sagas, Map<SagaId, Set<EventId>> events) {
    sagas.add(event.saga());
    event.id().ifPresent(id -> events.computeIfAbsent(event.saga(), s -> new HashSet<>()).add(id));
  }
}
