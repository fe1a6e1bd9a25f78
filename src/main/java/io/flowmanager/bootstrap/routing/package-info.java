// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Assembles a router: its settings, the flows that it calls over HTTP, and those of this server.
 * The latter are here because they need both components, which do not depend on each other
 * (decision 0018). Depends on {@code config}.
 */
package io.flowmanager.bootstrap.routing;
