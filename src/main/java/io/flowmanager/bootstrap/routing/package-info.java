// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Puts a router together: its settings, the flows that it calls by HTTP, and those that this same
 * server runs. The latter stand here since they see both components, which do not know each other
 * (decision 0018). Knows {@code config}.
 */
package io.flowmanager.bootstrap.routing;
