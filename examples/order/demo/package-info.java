// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Runs the order example as a whole: the flow manager and the participants, each in its own
 * process.
 */
package order.demo;
