// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Gauges, the metrics endpoint, and the watchdog for queues without progress. Depends on {@code
 * wiring} and {@code flows}.
 */
package io.flowmanager.bootstrap.metrics;
