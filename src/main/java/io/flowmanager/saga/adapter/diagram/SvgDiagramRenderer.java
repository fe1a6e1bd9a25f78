// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import io.flowmanager.saga.domain.diagram.DiagramRenderer;
import io.flowmanager.saga.domain.diagram.DiagramTooLargeException;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes self-contained SVG: no scripts, no external references, colours for light and dark pages.
 */
public final class SvgDiagramRenderer implements DiagramRenderer {

  /** A larger diagram takes seconds to lay out and cannot be read. */
  private static final int MAX_STATES = 150;

  private static final int MAX_ARROWS = 400;

  private final String css = css();

  @Override
  public String render(FlowDiagram diagram) {
    long states = diagram.steps().count();
    if (states > MAX_STATES || diagram.arrows().size() > MAX_ARROWS) {
      throw new DiagramTooLargeException(
          "The flow has "
              + size(states, diagram.arrows().size())
              + ". Up to "
              + size(MAX_STATES, MAX_ARROWS)
              + " are drawn as SVG; ask for Mermaid or DOT.");
    }
    return SvgDrawing.of(diagram, ElkLayout.place(diagram), css);
  }

  private static String size(long states, long transitions) {
    return states + " states and " + transitions + " transitions";
  }

  private static String css() {
    try (InputStream css = SvgDiagramRenderer.class.getResourceAsStream("diagram.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
