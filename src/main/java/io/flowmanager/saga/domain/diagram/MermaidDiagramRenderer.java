// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import io.flowmanager.saga.domain.diagram.FlowDiagram.Arrow;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Group;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import java.util.List;
import java.util.Locale;

/**
 * Writes Mermaid. It is a flowchart, because Mermaid's state diagrams support neither arrows
 * between states of two groups nor dotted arrows.
 */
public final class MermaidDiagramRenderer implements DiagramRenderer {

  private static final int MAX_LABEL = 80;

  /** No key of a state begins with an underscore. */
  private static final String START = "_start";

  /**
   * Readable on light and on dark pages: states have fill and text of their own, groups a tint of
   * the page.
   */
  private static final String STYLES =
      """
        classDef start fill:#64748b,stroke:#64748b
        classDef business fill:#94a3b822,stroke:#94a3b8
        classDef title fill:none,stroke:none,color:#64748b
        classDef working fill:#eef2ff,stroke:#4f46e5,color:#1e1b4b
        classDef compensating fill:#fff7ed,stroke:#c2410c,color:#431407
        classDef completed fill:#dcfce7,stroke:#15803d,color:#052e16,stroke-width:3px
        classDef failed fill:#fee2e2,stroke:#b91c1c,color:#450a0a,stroke-width:3px
      """;

  @Override
  public String render(FlowDiagram diagram) {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    text.append("  accTitle: Flow ").append(escaped(diagram.name())).append('\n');
    text.append("  ").append(START).append("(( )):::start\n");
    List<Group> groups = diagram.groups();
    for (int i = 0; i < groups.size(); i++) {
      group(text, i + 1, groups.get(i));
    }
    arrow(text, START, "-->", diagram.creationEvent(), diagram.initialKey());
    diagram.arrows().forEach(arrow -> arrow(text, arrow));
    return text.append(STYLES).toString();
  }

  /**
   * The title of a group is a separate node: Mermaid routes arrows around nodes, but across the
   * titles of subgraphs. The invisible link keeps it in the first row.
   */
  private static void group(StringBuilder text, int number, Group group) {
    String key = "_business" + number;
    String title = "_title" + number;
    text.append("  subgraph ").append(key).append("[\" \"]\n");
    text.append("    ").append(title).append("[\"").append(escaped(group.label()));
    text.append("\"]:::title\n");
    group.steps().forEach(step -> step(text, step));
    group.steps().stream()
        .skip(1)
        .findFirst()
        .ifPresent(second -> text.append("    " + title + " ~~~ " + second.key() + '\n'));
    text.append("  end\n  class ").append(key).append(" business\n");
  }

  private static void step(StringBuilder text, Step step) {
    boolean end = step.kind().isEnd();
    text.append("    ").append(step.key()).append(end ? "([\"" : "[\"");
    text.append("<b>").append(escaped(step.id())).append("</b>");
    step.command().ifPresent(command -> text.append("<br>").append(escaped(command.caption())));
    step.sideEffects()
        .forEach(
            effect -> text.append("<br><i>+ ").append(escaped(effect.caption())).append("</i>"));
    text.append(end ? "\"]):::" : "\"]:::");
    text.append(step.kind().name().toLowerCase(Locale.ROOT)).append('\n');
  }

  private static void arrow(StringBuilder text, Arrow arrow) {
    arrow(text, arrow.from(), arrow.error() ? "-.->" : "-->", arrow.caption(), arrow.to());
  }

  private static void arrow(
      StringBuilder text, String from, String shape, String label, String to) {
    text.append("  ").append(from).append(' ').append(shape);
    text.append("|\"").append(escaped(label)).append("\"| ").append(to).append('\n');
  }

  /**
   * Mermaid supports no escapes except character references. Colon, percent sign and backtick would
   * begin icons, directives and Markdown even inside quotes.
   */
  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    ReadableText.line(value, MAX_LABEL)
        .codePoints()
        .forEach(
            character -> {
              if ("\"#&<>`%:;\\@{}".indexOf(character) < 0) {
                text.appendCodePoint(character);
              } else {
                text.append('#').append(character).append(';');
              }
            });
    return text.toString();
  }
}
