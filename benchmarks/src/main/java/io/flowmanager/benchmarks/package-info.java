// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Measures the packaged server from outside: its own processes for load, server and database. */
package io.flowmanager.benchmarks;
