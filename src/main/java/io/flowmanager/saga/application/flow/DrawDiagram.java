// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.diagram.DiagramFormat;
import io.flowmanager.saga.domain.diagram.DiagramRenderer;
import io.flowmanager.saga.domain.diagram.DiagramTooLargeException;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Draws flows. Each diagram is drawn once, because a layout is expensive and a loaded flow never
 * changes. Thread-safe.
 */
public final class DrawDiagram {

  private record Drawing(FlowName flow, FlowVersion version, DiagramFormat format) {}

  private final Map<DiagramFormat, DiagramRenderer> renderers;
  private final Map<Drawing, String> drawn = new ConcurrentHashMap<>();

  /**
   * @param renderers one for every format
   */
  public DrawDiagram(Map<DiagramFormat, DiagramRenderer> renderers) {
    this.renderers = Map.copyOf(renderers);
  }

  /**
   * The diagram's text.
   *
   * @throws DiagramTooLargeException if the flow is too large for the format
   */
  public String handle(Flow flow, DiagramFormat format) {
    return drawn.computeIfAbsent(
        new Drawing(flow.name(), flow.version(), format), drawing -> draw(flow, format));
  }

  private String draw(Flow flow, DiagramFormat format) {
    FlowDiagram diagram = FlowDiagram.of(flow.name().value(), flow.definition().machine());
    return renderers.get(format).render(diagram);
  }
}
