// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.sagarooms.saga.application.store;

import io.flowmanager.architecture.bad.sagarooms.saga.application.relay.RelayStep;

/** A store that knows the relay above it. */
public record RelayingStore(RelayStep step) {}
