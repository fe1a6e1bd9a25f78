// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.router.application.RoutedFlow;
import io.flowmanager.router.application.RoutedFlows;
import io.flowmanager.router.application.SagaReader;
import io.flowmanager.router.application.SagaTarget;
import io.flowmanager.router.domain.RuleSet;
import io.flowmanager.saga.application.ApplyEvents;
import io.flowmanager.saga.application.FlowCatalog;
import io.flowmanager.saga.application.ReadSagas;
import io.flowmanager.saga.application.StartSaga;
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

  /** For a server that is no router: every saga is a main saga, and none has a sub saga. */
  public RoutedFlows withoutRouter() {
    var everything = new LocalSagaReader(sagas, flows, flow -> true);
    return new RoutedFlows(new RoutedFlow(null, everything), RuleSet.NONE, Map.of());
  }
}
