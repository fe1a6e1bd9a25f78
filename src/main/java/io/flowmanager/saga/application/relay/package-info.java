// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Decides which stored command leaves when: a queue for each saga, a limit for each channel, hooks,
 * side effects. Knows {@code flow}, {@code outbox} and the ports below, and never {@code engine}.
 */
package io.flowmanager.saga.application.relay;
