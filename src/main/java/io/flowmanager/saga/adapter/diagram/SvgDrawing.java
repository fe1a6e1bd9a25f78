// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import io.flowmanager.saga.adapter.diagram.Picture.Box;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedArrow;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedGroup;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedStep;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import io.flowmanager.saga.domain.diagram.ReadableText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a picture as SVG. Used once. */
final class SvgDrawing {

  private static final int MAX_TOOLTIP = 400;
  private static final double END_GAP = 3.5;

  private final FlowDiagram diagram;
  private final Picture picture;
  private final SvgText svg = new SvgText();

  private SvgDrawing(FlowDiagram diagram, Picture picture) {
    this.diagram = diagram;
    this.picture = picture;
  }

  static String of(FlowDiagram diagram, Picture picture, String css) {
    return new SvgDrawing(diagram, picture).draw(css);
  }

  private String draw(String css) {
    open();
    svg.leaf("title", "Flow " + ReadableText.line(diagram.name(), MAX_TOOLTIP), "id", "flow-title");
    svg.leaf("desc", description(), "id", "flow-description");
    svg.leaf("style", css);
    svg.open("defs");
    arrowHead("event-head");
    arrowHead("error-head");
    svg.close("defs");
    svg.empty("rect", "class", "page", "width", "100%", "height", "100%", "rx", 8);
    picture.groups().forEach(this::group);
    picture.arrows().forEach(this::arrow);
    start(picture.start());
    picture.steps().forEach(this::step);
    picture.groups().forEach(this::groupTitle);
    picture.arrows().forEach(this::caption);
    return svg.close("svg").toString();
  }

  private void open() {
    String width = SvgText.px(Math.ceil(picture.width()));
    String height = SvgText.px(Math.ceil(picture.height()));
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + width + ' ' + height,
        "role",
        "img",
        "aria-labelledby",
        "flow-title flow-description");
  }

  private String description() {
    String ends =
        diagram
            .steps()
            .filter(step -> step.kind().isEnd())
            .map(step -> ReadableText.line(step.id(), MAX_TOOLTIP))
            .collect(Collectors.joining(", "));
    return "A state machine of "
        + diagram.steps().count()
        + " states. "
        + ReadableText.line(diagram.creationEvent(), MAX_TOOLTIP)
        + " starts it; it ends in "
        + (ends.isEmpty() ? "no state" : ends)
        + ".";
  }

  private void arrowHead(String id) {
    svg.open(
        "marker",
        "id",
        id,
        "viewBox",
        "0 0 10 10",
        "refX",
        9.2,
        "refY",
        5,
        "markerWidth",
        7,
        "markerHeight",
        7,
        "orient",
        "auto-start-reverse");
    svg.empty("path", "class", id, "d", "M0,1 L10,5 L0,9 z");
    svg.close("marker");
  }

  private void group(PlacedGroup group) {
    Box box = group.box();
    rect("group", box, 12);
  }

  private void groupTitle(PlacedGroup group) {
    Typography.Line title = Typography.groupTitle(group.group().label());
    text(title, group.title().x(), group.title().y() + title.height() * 0.75, "start");
  }

  private void start(Box box) {
    svg.empty(
        "circle",
        "class",
        "start",
        "cx",
        box.middle(),
        "cy",
        box.y() + box.height() / 2,
        "r",
        box.width() / 2);
  }

  private void step(PlacedStep placed) {
    Step step = placed.step();
    Box box = placed.box();
    boolean end = step.kind().isEnd();
    svg.open("g", "class", "step " + step.kind().name().toLowerCase(Locale.ROOT));
    svg.leaf("title", tooltip(step));
    double radius = end ? box.height() / 2 : 8;
    rect("border", box, radius);
    if (end) {
      rect("inner", shrunk(box), radius - END_GAP);
    }
    List<Typography.Line> lines = Typography.lines(step);
    double height = lines.stream().mapToDouble(Typography.Line::height).sum();
    double y = box.y() + (box.height() - height) / 2;
    for (Typography.Line line : lines) {
      text(line, box.middle(), y + line.height() * 0.75, "middle");
      y += line.height();
    }
    svg.close("g");
  }

  private static String tooltip(Step step) {
    return ReadableText.line(
        step.description().map(text -> step.id() + ": " + text).orElse(step.id()), MAX_TOOLTIP);
  }

  private void arrow(PlacedArrow arrow) {
    String kind = arrow.arrow().error() ? "error" : "event";
    svg.empty(
        "path",
        "class",
        "arrow " + kind + "-arrow",
        "d",
        ArrowPath.of(arrow.route()),
        "marker-end",
        "url(#" + kind + "-head)");
  }

  private void caption(PlacedArrow arrow) {
    Typography.Line caption = Typography.caption(arrow.arrow().caption());
    String style = arrow.arrow().error() ? "event error-event" : "event";
    Box box = arrow.caption();
    boolean grouped = picture.groups().stream().anyMatch(group -> group.box().holds(box));
    rect(grouped ? "gap group-gap" : "gap", box, 4);
    text(
        new Typography.Line(caption.text(), style, caption.size()),
        box.middle(),
        box.y() + box.height() * 0.75,
        "middle");
  }

  private void rect(String style, Box box, double radius) {
    svg.empty(
        "rect",
        "class",
        style,
        "x",
        box.x(),
        "y",
        box.y(),
        "width",
        box.width(),
        "height",
        box.height(),
        "rx",
        radius);
  }

  private void text(Typography.Line line, double x, double y, String anchor) {
    svg.leaf("text", line.text(), "class", line.style(), "x", x, "y", y, "text-anchor", anchor);
  }

  private static Box shrunk(Box box) {
    return new Box(
        box.x() + END_GAP,
        box.y() + END_GAP,
        box.width() - 2 * END_GAP,
        box.height() - 2 * END_GAP);
  }
}
