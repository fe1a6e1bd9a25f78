// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * A flow as a picture: what is in it ({@link io.flowmanager.saga.domain.diagram.FlowDiagram}), and
 * the languages that leave the drawing to others. Depends on {@code java} and the flow definitions
 * only.
 */
package io.flowmanager.saga.domain.diagram;
