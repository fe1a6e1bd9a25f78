// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Diagrams of flows: their content ({@link io.flowmanager.saga.domain.diagram.FlowDiagram}), and
 * the text formats that other programs draw. Depends on {@code java} and the flow definitions only.
 */
package io.flowmanager.saga.domain.diagram;
