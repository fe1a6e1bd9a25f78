// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jparooms.saga.adapter.store.jpa.entity;

import io.flowmanager.architecture.bad.jparooms.saga.adapter.store.jpa.sql.Statement;

/** A row that knows the statement that writes it. */
public record KnowingRow(Statement statement) {}
