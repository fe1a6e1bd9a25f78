// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.adapterleak.saga.adapter.store.jpa;

public record StoredSagas(int count) {}
