// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** What is done to the systems, and what is counted meanwhile. */
package io.flowmanager.benchmarks.workloads;
