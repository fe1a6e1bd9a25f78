// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import io.flowmanager.saga.domain.diagram.FlowDiagram.Arrow;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Group;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Kind;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import java.util.List;

/** Writes the DOT language of Graphviz. */
public final class DotDiagramRenderer implements DiagramRenderer {

  private static final int MAX_LABEL = 80;

  /** No key of a state begins with an underscore. */
  private static final String START = "_start";

  private static final String HEAD =
      """
        graph [rankdir=TB, fontname="Helvetica,Arial,sans-serif", fontsize=12, nodesep=0.5, ranksep=0.6]
        node [shape=box, style="rounded,filled", fontname="Helvetica,Arial,sans-serif", fontsize=11]
        edge [fontname="Helvetica,Arial,sans-serif", fontsize=10, color="#475569"]
        _start [shape=circle, width=0.2, label="", style=filled, color="#64748b"]
      """;

  @Override
  public String render(FlowDiagram diagram) {
    StringBuilder text = new StringBuilder();
    text.append("digraph ").append(quoted(diagram.name())).append(" {\n").append(HEAD);
    List<Group> groups = diagram.groups();
    for (int i = 0; i < groups.size(); i++) {
      group(text, i + 1, groups.get(i));
    }
    text.append("  ").append(START).append(" -> ").append(diagram.initialKey());
    text.append(" [label=").append(quoted(diagram.creationEvent())).append("]\n");
    diagram.arrows().forEach(arrow -> arrow(text, arrow));
    return text.append("}\n").toString();
  }

  /** The title is a node in the row of the first state: arrows cross a label of the cluster. */
  private static void group(StringBuilder text, int number, Group group) {
    String title = "_title_" + number;
    text.append("  subgraph cluster_").append(number).append(" {\n");
    text.append("    style=rounded\n    color=\"#94a3b8\"\n");
    text.append("    ").append(title).append(" [label=").append(quoted(group.label()));
    text.append(", shape=plaintext, style=solid, fontsize=12, fontcolor=\"#475569\"]\n");
    group.steps().forEach(step -> step(text, step));
    text.append("    {rank=same; ").append(title).append("; ");
    text.append(group.steps().get(0).key()).append("}\n  }\n");
  }

  private static void step(StringBuilder text, Step step) {
    StringBuilder label = new StringBuilder(escaped(step.id()));
    step.command().ifPresent(command -> label.append("\\n").append(escaped(command.caption())));
    step.sideEffects().forEach(effect -> label.append("\\n+ ").append(escaped(effect.caption())));
    text.append("    ").append(step.key()).append(" [label=\"").append(label).append("\", ");
    text.append(style(step.kind())).append("]\n");
  }

  private static String style(Kind kind) {
    return switch (kind) {
      case WORKING -> "color=\"#4f46e5\", fillcolor=\"#eef2ff\"";
      case COMPENSATING -> "color=\"#c2410c\", fillcolor=\"#fff7ed\"";
      case COMPLETED -> "color=\"#15803d\", fillcolor=\"#dcfce7\", peripheries=2";
      case FAILED -> "color=\"#b91c1c\", fillcolor=\"#fee2e2\", peripheries=2";
    };
  }

  private static void arrow(StringBuilder text, Arrow arrow) {
    text.append("  ").append(arrow.from()).append(" -> ").append(arrow.to());
    text.append(" [label=").append(quoted(arrow.caption()));
    text.append(arrow.error() ? ", style=dashed, color=\"#b91c1c\"]\n" : "]\n");
  }

  private static String quoted(String value) {
    return '"' + escaped(value) + '"';
  }

  /** A backslash would begin an escape and an ampersand a character reference. */
  private static String escaped(String value) {
    return ReadableText.line(value, MAX_LABEL)
        .replace("&", "&amp;")
        .replace("\\", "\\\\")
        .replace("\"", "\\\"");
  }
}
