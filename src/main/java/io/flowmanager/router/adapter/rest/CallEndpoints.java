// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The endpoints of a router that change something. On a server that is not a router they answer
 * 404.
 */
@Dependent
public class CallEndpoints {

  private final RouteSagaHandler routeSaga;
  private final RouteEventHandler routeEvent;
  private final NotificationHandler notification;
  private final RepeatCallHandler repeatCall;
  private final Bodies bodies;

  @Inject
  public CallEndpoints(
      RouteSagaHandler routeSaga,
      RouteEventHandler routeEvent,
      NotificationHandler notification,
      RepeatCallHandler repeatCall,
      Bodies bodies) {
    this.routeSaga = routeSaga;
    this.routeEvent = routeEvent;
    this.notification = notification;
    this.repeatCall = repeatCall;
    this.bodies = bodies;
  }

  /** Those that replace the endpoints of the root flow. */
  public List<Endpoint> atRoot() {
    return List.of(
        Endpoint.post("startSaga", "/saga", bodies, routeSaga),
        Endpoint.post("sendEvent", "/event", bodies, routeEvent));
  }

  /** All others. */
  public List<Endpoint> own() {
    return List.of(
        Endpoint.post("notify", "/notify", bodies, notification),
        Endpoint.post("repeatCall", "/router/calls/repeat", bodies, repeatCall));
  }
}
