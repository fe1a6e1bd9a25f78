// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Stores sagas and pending commands in a relational database, with Jakarta Persistence. Depends on
 * {@code sql} and {@code entity}; rows never leave these three rooms. Statements that Jakarta
 * Persistence cannot express for many rows at once are native, in the SQL that H2, PostgreSQL and
 * MariaDB share.
 */
package io.flowmanager.saga.adapter.store.jpa;
