// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** What was measured: lines of JSON, and the goals that are judged by them. */
package io.flowmanager.benchmarks.results;
