// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Calls to HTTP services that may be slow, down or wrong: time limits, retries by MicroProfile
 * Fault Tolerance, and a circuit breaker for each service. Knows no business words.
 */
package io.flowmanager.platform.http;
