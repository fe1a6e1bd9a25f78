// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.CallJournal;
import jakarta.inject.Inject;

/** The use cases of a router. */
@SingletonBean
public record RuleRouter(
    RouteSaga routeSaga,
    RouteEvent routeEvent,
    RouteNotification routeNotification,
    FinishCalls finishCalls,
    CallJournal journal) {

  @Inject
  public RuleRouter {}
}
