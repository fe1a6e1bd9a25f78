// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Topics and queues that events come from: positions, messages, dead letters, and the ports of
 * their readers. Depends on {@code store}, {@code channel} and {@code telemetry}.
 */
package io.flowmanager.saga.application.inbox;
