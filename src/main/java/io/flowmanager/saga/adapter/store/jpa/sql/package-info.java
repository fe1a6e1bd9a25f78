// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Statements. Those that depend on the kind of database are a {@code SqlDialect}: by entities on
 * every database, and in their own words on PostgreSQL and MariaDB. Depends on {@code entity}.
 */
package io.flowmanager.saga.adapter.store.jpa.sql;
