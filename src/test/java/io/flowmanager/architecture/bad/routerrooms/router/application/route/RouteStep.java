// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.routerrooms.router.application.route;

/** What a journal must not know. */
public final class RouteStep {}
