// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.router.application.route.RoutedFlow;
import io.flowmanager.router.application.route.RoutedFlows;
import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.application.route.SagaTarget;
import io.flowmanager.router.domain.RuleSet;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.engine.StartSaga;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The flows of this server, as a router sees them. */
@ApplicationScoped
public class LocalFlows {

  private final StartSaga startSaga;
  private final ApplyEvents applyEvents;
  private final ReadSagas sagas;
  private final FlowCatalog flows;

  /** For the container's proxy. */
  protected LocalFlows() {
    this(null, null, null, null);
  }

  @Inject
  public LocalFlows(
      StartSaga startSaga, ApplyEvents applyEvents, ReadSagas sagas, FlowCatalog flows) {
    this.startSaga = startSaga;
    this.applyEvents = applyEvents;
    this.sagas = sagas;
    this.flows = flows;
  }

  SagaTarget target(String flow) {
    return new LocalSagaTarget(new FlowName(flow), startSaga, applyEvents);
  }

  SagaReader reader(String flow) {
    var name = new FlowName(flow);
    return new LocalSagaReader(sagas, flows, name::equals);
  }

  /** For a server that is not a router: every saga is a main saga without a sub saga. */
  public RoutedFlows withoutRouter() {
    var everything = new LocalSagaReader(sagas, flows, flow -> true);
    return new RoutedFlows(new RoutedFlow(null, everything), RuleSet.NONE, Map.of());
  }
}
