// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Child processes: how they are started, asked and stopped, and what they cost. Knows nothing of
 * what they do.
 */
package io.flowmanager.benchmarks.processes;
