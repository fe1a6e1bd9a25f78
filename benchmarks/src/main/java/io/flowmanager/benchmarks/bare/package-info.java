// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What the HTTP server alone can do: resources that answer an order's five requests and keep
 * nothing. Packed into a WAR at run time; nothing of it is loaded into the benchmark's own process.
 */
package io.flowmanager.benchmarks.bare;
