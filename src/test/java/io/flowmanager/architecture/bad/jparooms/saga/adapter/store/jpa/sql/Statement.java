// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jparooms.saga.adapter.store.jpa.sql;

/** What a row must not know. */
public final class Statement {}
