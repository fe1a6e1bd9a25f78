// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Numbers that are asked for and not counted, their page, and the watch over queues that stand
 * still. Knows {@code wiring} and {@code flows}.
 */
package io.flowmanager.bootstrap.metrics;
