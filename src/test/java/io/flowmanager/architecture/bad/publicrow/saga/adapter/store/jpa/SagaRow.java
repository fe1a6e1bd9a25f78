// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.publicrow.saga.adapter.store.jpa;

/** A row that others can get hold of. */
public final class SagaRow {}
