// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.flow.FlowName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * Handles events within the transaction that has received them, so that message and state are
 * committed together.
 */
final class JoinedHandling implements EventHandling {

  private static final Logger LOG = System.getLogger(JoinedHandling.class.getName());

  private final FlowName flow;
  private final ServerTransaction transaction;

  JoinedHandling(FlowName flow, ServerTransaction transaction) {
    this.flow = flow;
    this.transaction = transaction;
  }

  @Override
  public void probe() {
    transaction.probe().run();
  }

  @Override
  public Handled handle(List<Event> events) {
    List<EngineRequest> batch =
        events.stream().<EngineRequest>map(event -> new EngineRequest.Apply(flow, event)).toList();
    if (batch.isEmpty()) {
      return new Handled(List.of(), () -> {});
    }
    BatchResult result = transaction.batch().apply(batch);
    return new Handled(result.answers(), () -> committed(result));
  }

  private void committed(BatchResult result) {
    transaction.followers().forEach(follower -> tell(follower, result));
  }

  private static void tell(Consumer<BatchResult> follower, BatchResult result) {
    try {
      follower.accept(result);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The work after the commit of a batch failed", e);
    }
  }
}
