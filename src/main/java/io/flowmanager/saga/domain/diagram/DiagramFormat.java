// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

/** The languages in which a diagram can be had. */
public enum DiagramFormat {
  MERMAID,
  DOT,
  SVG
}
