// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The load generator, a process of its own: one thread, sockets without blocking, requests put
 * together by hand, so that it takes little of the machine that is measured.
 */
package io.flowmanager.benchmarks.load;
