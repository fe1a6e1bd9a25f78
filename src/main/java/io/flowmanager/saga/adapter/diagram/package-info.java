// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Draws diagrams as SVG: the Eclipse Layout Kernel computes the positions, and this package draws.
 * No other package uses that library (decision 0012).
 */
package io.flowmanager.saga.adapter.diagram;
