// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.publicrow.bootstrap.config;

import io.flowmanager.architecture.bad.publicrow.saga.adapter.store.jpa.SagaEntity;
import io.flowmanager.architecture.bad.publicrow.saga.adapter.store.jpa.SagaRow;

/** Reads what only the store may see. */
public record RowReader(SagaRow row, SagaEntity entity) {}
