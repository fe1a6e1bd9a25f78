// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

/**
 * How long a session waits. Those that the pool has set are for events; a change of a large table
 * takes longer.
 *
 * @param network milliseconds that the driver waits for an answer
 * @param statement how long a statement may take, as the database writes it
 * @param lock how long a statement waits for a lock, as the database writes it
 */
record SessionLimits(int network, String statement, String lock) {}
