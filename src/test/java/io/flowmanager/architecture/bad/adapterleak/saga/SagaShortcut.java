// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.adapterleak.saga;

import io.flowmanager.architecture.bad.adapterleak.saga.adapter.store.jpa.StoredSagas;

/** Stands in no layer, and hands an adapter to whoever asks. */
public record SagaShortcut(StoredSagas sagas) {}
