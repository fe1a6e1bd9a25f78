// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import io.flowmanager.saga.domain.diagram.FlowDiagram.Sending;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import io.flowmanager.saga.domain.diagram.ReadableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Estimates the size of texts. The viewer's font is not known, so widths are those of a common
 * sans-serif face, rounded up. The sizes here are those of {@code diagram.css}.
 */
final class Typography {

  /** A line of text in one of the styles of {@code diagram.css}. */
  record Line(String text, String style, double size) {

    double width() {
      double weight = BOLD.contains(style) ? 1.1 : 1;
      return text.codePoints().mapToDouble(Typography::width).sum() * size * weight;
    }

    double height() {
      return Math.ceil(size * 1.45);
    }
  }

  private static final Set<String> BOLD = Set.of("id", "business");
  private static final int MAX_LABEL = 48;

  private Typography() {}

  static List<Line> lines(Step step) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(step.id(), "id", 13.5));
    step.command().ifPresent(command -> lines.add(line(command.caption(), "command", 11.5)));
    for (Sending effect : step.sideEffects()) {
      lines.add(line("+ " + effect.caption(), "effect", 11));
    }
    return lines;
  }

  static Line groupTitle(String label) {
    return line(label, "business", 12);
  }

  static Line caption(String caption) {
    return line(caption, "event", 11.5);
  }

  private static Line line(String text, String style, double size) {
    return new Line(ReadableText.line(text, MAX_LABEL), style, size);
  }

  /** In parts of the font's size. */
  private static double width(int character) {
    if ("fijlrtI.,:;'!|()[]{}- ".indexOf(character) >= 0) {
      return 0.36;
    }
    if ("mwMW@%→+…".indexOf(character) >= 0) {
      return 0.95;
    }
    if (character >= 0x1100) {
      return 1.05;
    }
    return Character.isUpperCase(character) ? 0.72 : 0.6;
  }
}
