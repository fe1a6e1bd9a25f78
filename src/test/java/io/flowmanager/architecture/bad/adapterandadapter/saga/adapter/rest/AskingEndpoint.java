// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.adapterandadapter.saga.adapter.rest;

import io.flowmanager.architecture.bad.adapterandadapter.saga.adapter.store.jpa.StoredSagas;

/** A way in that goes round the application, straight to the store. */
public record AskingEndpoint(StoredSagas sagas) {}
