// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Real servers for tests: the packaged Flow Manager as a process, PostgreSQL, MariaDB, and a thin
 * client.
 */
package io.flowmanager.testing.server;
