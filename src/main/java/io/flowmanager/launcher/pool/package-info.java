// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors

/** What the server's connection pool calls; on the server's own class path, not the launcher's. */
package io.flowmanager.launcher.pool;
