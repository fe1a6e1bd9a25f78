// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.sagarooms.saga.application.relay;

/** What a store must not know. */
public final class RelayStep {}
