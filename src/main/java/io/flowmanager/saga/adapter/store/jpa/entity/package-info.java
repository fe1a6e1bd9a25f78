// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The entities: one for each table, with the names of its columns. They are the model for every
 * database, whichever statement writes a row.
 */
package io.flowmanager.saga.adapter.store.jpa.entity;
