// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What the database alone can do: a plain JDBC program, a process of its own, that keeps the same
 * facts of an order with the least SQL: for each step one row of the saga is written and one row of
 * its history is added.
 */
package io.flowmanager.benchmarks.floor;
