// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Ports of the router in memory, for tests. */
package io.flowmanager.testing.router;
