// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** A machine as a graph: loops, shortest ways, and the examples that are made of them. */
package io.flowmanager.saga.domain.lint.graph;
