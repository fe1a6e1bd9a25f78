// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.saga.adapter.diagram.SvgDiagramRenderer;
import io.flowmanager.saga.domain.diagram.DiagramFormat;
import io.flowmanager.saga.domain.diagram.DiagramRenderer;
import io.flowmanager.saga.domain.diagram.DotDiagramRenderer;
import io.flowmanager.saga.domain.diagram.MermaidDiagramRenderer;
import java.util.Map;

/** The renderers of diagrams. */
public final class Diagrams {

  private Diagrams() {}

  /** One for every format. */
  public static Map<DiagramFormat, DiagramRenderer> renderers() {
    return Map.of(
        DiagramFormat.MERMAID, new MermaidDiagramRenderer(),
        DiagramFormat.DOT, new DotDiagramRenderer(),
        DiagramFormat.SVG, new SvgDiagramRenderer());
  }
}
