// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Measures the packaged server from outside: load, server and database are processes of their own.
 */
package io.flowmanager.benchmarks;
