// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Statements: by entities on every database, and in its own words on PostgreSQL. Knows {@code
 * entity}.
 */
package io.flowmanager.saga.adapter.store.jpa.sql;
