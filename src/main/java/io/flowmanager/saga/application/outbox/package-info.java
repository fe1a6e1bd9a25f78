// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Commands that are stored and not known to be delivered: the port, the updates that the relay
 * makes, leases, and the administration of blocked commands. Depends on {@code flow}, {@code store}
 * and {@code channel}.
 */
package io.flowmanager.saga.application.outbox;
