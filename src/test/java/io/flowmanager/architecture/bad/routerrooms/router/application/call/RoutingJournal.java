// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.routerrooms.router.application.call;

import io.flowmanager.architecture.bad.routerrooms.router.application.route.RouteStep;

/** A journal that knows the room above it. */
public record RoutingJournal(RouteStep step) {}
