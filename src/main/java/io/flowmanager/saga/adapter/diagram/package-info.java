// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Draws diagrams as SVG: the Eclipse Layout Kernel says where everything goes, the drawing is ours.
 * Nothing else in the house sees that library (decision 0012).
 */
package io.flowmanager.saga.adapter.diagram;
