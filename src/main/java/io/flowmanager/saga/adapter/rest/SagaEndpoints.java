// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The endpoints of flows and their sagas. */
@Dependent
public class SagaEndpoints {

  private final StartSagaHandler startSaga;
  private final SendEventHandler sendEvent;
  private final LintFlowHandler lintFlow;
  private final Bodies bodies;

  @Inject
  public SagaEndpoints(
      StartSagaHandler startSaga,
      SendEventHandler sendEvent,
      LintFlowHandler lintFlow,
      Bodies bodies) {
    this.startSaga = startSaga;
    this.sendEvent = sendEvent;
    this.lintFlow = lintFlow;
    this.bodies = bodies;
  }

  /** Those that a router replaces. */
  public List<Endpoint> atRoot() {
    return List.of(
        Endpoint.post("startSaga", "/saga", bodies, startSaga),
        Endpoint.post("sendEvent", "/event", bodies, sendEvent));
  }

  /** All others. */
  public List<Endpoint> belowFlows() {
    return List.of(
        Endpoint.post("startSagaOfFlow", "/flows/{flow}/saga", bodies, startSaga),
        Endpoint.post("sendEventToFlow", "/flows/{flow}/event", bodies, sendEvent),
        Endpoint.post("lint", "/flows/lint", bodies, lintFlow));
  }
}
