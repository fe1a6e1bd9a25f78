// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flowmanager.saga.adapter.diagram.Picture.Box;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedArrow;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedGroup;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedStep;
import io.flowmanager.saga.adapter.diagram.Picture.Point;
import io.flowmanager.saga.domain.diagram.DiagramTooLargeException;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.testing.DiagramBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SvgDiagramRendererTest {

  private final SvgDiagramRenderer renderer = new SvgDiagramRenderer();

  private static final List<FlowDiagram> FLOWS = flows();
  private static final List<Picture> PICTURES = FLOWS.stream().map(ElkLayout::place).toList();

  static List<Picture> pictures() {
    return PICTURES;
  }

  static List<FlowDiagram> flows() {
    FlowDiagram loops =
        new DiagramBuilder()
            .state("a", "self", "a", "again", "a", "next", "b")
            .state("b", "back", "a", "next", "c", "bError", "d")
            .state("c", "back", "a", "end", "e", "repeat", "b")
            .state("d", "retried", "b")
            .state("e")
            .diagram();
    DiagramBuilder large = new DiagramBuilder();
    for (int i = 0; i < 59; i++) {
      large.state("step" + i, "done" + i, "step" + (i + 1), "far" + i, "step" + (i * 7 % 60));
    }
    FlowDiagram order = DiagramBuilder.ofFile(Path.of("examples/order/order.json"));
    return List.of(order, loops, large.state("step59").diagram());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothingLiesOnTopOfAnother(Picture picture) {
    List<Box> boxes = new ArrayList<>(picture.steps().stream().map(PlacedStep::box).toList());
    picture.arrows().forEach(arrow -> boxes.add(arrow.caption()));
    picture.groups().forEach(group -> boxes.add(group.title()));
    boxes.add(picture.start());

    for (int i = 0; i < boxes.size(); i++) {
      for (Box other : boxes.subList(i + 1, boxes.size())) {
        assertThat(overlap(boxes.get(i), other)).as("%s and %s", boxes.get(i), other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyStateIsInsideItsGroupAndEveryGroupInsideThePage(Picture picture) {
    Box page = new Box(0, 0, picture.width(), picture.height());

    assertThat(picture.groups())
        .allMatch(group -> page.holds(group.box()) && group.box().holds(group.title()));
    picture
        .steps()
        .forEach(
            step ->
                assertThat(picture.groups())
                    .filteredOn(group -> group.group().steps().contains(step.step()))
                    .allMatch(group -> group.box().holds(step.box())));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noArrowCrossesTheTitleOfAGroup(Picture picture) {
    for (PlacedGroup group : picture.groups()) {
      assertThat(picture.arrows())
          .filteredOn(arrow -> crosses(arrow.route(), group.title()))
          .as(group.group().label())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyArrowGoesFromBorderToBorder(Picture picture) {

    for (PlacedArrow arrow : picture.arrows().subList(1, picture.arrows().size())) {
      List<Point> route = arrow.route();
      assertOnBorder(route.get(0), box(picture, arrow.arrow().from()));
      assertOnBorder(route.get(route.size() - 1), box(picture, arrow.arrow().to()));
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void sameFlowGivesTheSameBytes(FlowDiagram diagram) {
    assertThat(renderer.render(diagram)).isEqualTo(new SvgDiagramRenderer().render(diagram));
  }

  @Test
  void anyTextIsShownAsItIs() throws Exception {
    String event = "a \"b\" <img src=x onerror=alert(1)> ]]> & 'c'";
    String end = "</text><script>alert(1)</script>\u0001\uD800 " + "long".repeat(50);
    FlowDiagram diagram =
        new DiagramBuilder().state("first", event, end).state(end).business("<&>").diagram();

    Document svg = parsed(renderer.render(diagram));

    assertThat(texts(svg.getElementsByTagName("text"))).contains(event, "<&>", "first");
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("img").getLength()).isZero();
  }

  @Test
  void readersOfTheScreenGetATitleAndADescription() throws Exception {
    Document svg = parsed(renderer.render(flows().get(0)));

    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(texts(svg.getElementsByTagName("title"))).startsWith("Flow order");
    assertThat(texts(svg.getElementsByTagName("desc")))
        .containsExactly(
            "A state machine of 7 states. orderRequested starts it; it ends in orderDelivered, orderFailed.");
  }

  @Test
  void tooLargeAFlowIsRefusedWithAnAlternative() {
    DiagramBuilder flow = new DiagramBuilder();
    IntStream.range(0, 150).forEach(i -> flow.state("s" + i, "next", "s" + (i + 1)));
    FlowDiagram diagram = flow.state("s150").diagram();

    assertThatThrownBy(() -> renderer.render(diagram))
        .isInstanceOf(DiagramTooLargeException.class)
        .hasMessage(
            "The flow has 151 states and 150 transitions. Up to 150 states and 400 transitions are"
                + " drawn as SVG; ask for Mermaid or DOT.");
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static boolean crosses(List<Point> route, Box title) {
    return IntStream.range(1, route.size())
        .mapToObj(i -> around(route.get(i - 1), route.get(i)))
        .anyMatch(segment -> overlap(segment, title));
  }

  private static Box around(Point one, Point other) {
    return new Box(
        Math.min(one.x(), other.x()),
        Math.min(one.y(), other.y()),
        Math.abs(one.x() - other.x()),
        Math.abs(one.y() - other.y()));
  }

  private static Box box(Picture picture, String key) {
    return picture.steps().stream()
        .filter(step -> step.step().key().equals(key))
        .map(PlacedStep::box)
        .findFirst()
        .orElseThrow();
  }

  private static void assertOnBorder(Point point, Box box) {
    double outside =
        Math.max(
            Math.max(box.x() - point.x(), point.x() - box.x() - box.width()),
            Math.max(box.y() - point.y(), point.y() - box.y() - box.height()));
    assertThat(outside).as("%s of %s", point, box).isCloseTo(0, within(0.5));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
