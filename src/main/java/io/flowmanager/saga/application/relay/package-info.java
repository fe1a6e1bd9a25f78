// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Decides which stored command is sent when: a queue for each saga, a limit for each channel,
 * hooks, side effects. Depends on {@code flow}, {@code outbox} and the ports below, and never
 * {@code engine}.
 */
package io.flowmanager.saga.application.relay;
