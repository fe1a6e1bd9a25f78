// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Takes events and starts in: queues by saga, batches, the decision, the store, the answer. Above
 * are only adapters and {@code bootstrap}; it knows {@code flow}, {@code inbox}, {@code outbox} and
 * the ports below, and never {@code relay}. Transactions begin and end here.
 */
package io.flowmanager.saga.application.engine;
