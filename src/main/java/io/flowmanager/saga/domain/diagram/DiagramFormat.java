// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

/** The formats of diagrams. */
public enum DiagramFormat {
  MERMAID,
  DOT,
  SVG
}
