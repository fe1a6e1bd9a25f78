// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Calls to HTTP services that may be slow, unreachable or faulty: time limits, retries with
 * MicroProfile Fault Tolerance, and a circuit breaker for each service. Knows nothing of sagas.
 */
package io.flowmanager.platform.http;
