// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.portname.saga.adapter.store.jpa;

import io.flowmanager.architecture.bad.portname.saga.application.store.SagaStore;

/** Says of its port nothing. */
public final class JpaArchive implements SagaStore {}
