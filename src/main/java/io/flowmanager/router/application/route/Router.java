// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.CallJournal;

/** The calls of a router that is turned on. */
public record Router(
    RouteSaga routeSaga,
    RouteEvent routeEvent,
    RouteNotification routeNotification,
    FinishCalls finishCalls,
    CallJournal journal) {}
