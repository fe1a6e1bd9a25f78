// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import io.flowmanager.saga.adapter.diagram.Picture.Box;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedArrow;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedGroup;
import io.flowmanager.saga.adapter.diagram.Picture.PlacedStep;
import io.flowmanager.saga.adapter.diagram.Picture.Point;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Arrow;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Group;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places one diagram with ELK Layered. Used once. */
final class ElkLayout {

  private static final double START_SIZE = 16;

  /** No key of a state begins with an underscore. */
  private static final String START = "_start";

  static {
    // Registers the library's own value types; the layout fails without them.
    LayoutMetaDataService.getInstance();
  }

  private final FlowDiagram diagram;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final ElkNode start = ElkGraphUtil.createNode(root);
  private final Map<Group, ElkNode> groups = new LinkedHashMap<>();
  private final Map<Group, ElkNode> titles = new LinkedHashMap<>();
  private final Map<String, ElkNode> steps = new LinkedHashMap<>();
  private final Map<String, Integer> ranks = new LinkedHashMap<>();
  private final List<Connection> connections = new ArrayList<>();

  /**
   * An arrow that leads back is laid out the other way round: the library then sees no cycles, and
   * does not have to guess which of their arrows should point upwards.
   */
  private record Connection(Arrow arrow, ElkEdge edge, boolean turned) {}

  private ElkLayout(FlowDiagram diagram) {
    this.diagram = diagram;
  }

  static Picture place(FlowDiagram diagram) {
    ElkLayout layout = new ElkLayout(diagram);
    layout.build();
    new LayeredLayoutProvider().layout(layout.root, new NullElkProgressMonitor());
    return layout.picture();
  }

  private void build() {
    ElkOptions.ofDiagram(root);
    ElkOptions.ofStart(start, START_SIZE);
    steps.put(START, start);
    ranks.put(START, 0);
    diagram.groups().forEach(this::add);
    Arrow creation =
        new Arrow(START, diagram.initialKey(), diagram.creationEvent(), false, Optional.empty());
    connect(creation);
    diagram.arrows().forEach(this::connect);
  }

  private void add(Group group) {
    ElkNode box = ElkGraphUtil.createNode(root);
    ElkOptions.ofGroup(box);
    groups.put(group, box);
    // A separate node: the library routes arrows around nodes, but through the labels of groups.
    ElkNode title = ElkGraphUtil.createNode(box);
    ElkOptions.ofTitle(title, Typography.groupTitle(group.label()));
    titles.put(group, title);
    double width =
        ElkOptions.stepWidth(
            group.steps().stream().flatMap(step -> Typography.lines(step).stream()));
    for (Step step : group.steps()) {
      ElkNode node = ElkGraphUtil.createNode(box);
      ElkOptions.ofStep(node, Typography.lines(step), width);
      steps.put(step.key(), node);
      ranks.put(step.key(), ranks.size());
    }
  }

  private void connect(Arrow arrow) {
    boolean turned = ranks.get(arrow.from()) > ranks.get(arrow.to());
    ElkNode from = steps.get(turned ? arrow.to() : arrow.from());
    ElkNode to = steps.get(turned ? arrow.from() : arrow.to());
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    Typography.Line caption = Typography.caption(arrow.caption());
    ElkOptions.ofCaption(ElkGraphUtil.createLabel(caption.text(), edge), caption, turned);
    connections.add(new Connection(arrow, edge, turned));
  }

  private Picture picture() {
    return new Picture(
        root.getWidth(),
        root.getHeight(),
        box(start),
        groups.entrySet().stream()
            .map(e -> new PlacedGroup(e.getKey(), box(e.getValue()), box(titles.get(e.getKey()))))
            .toList(),
        diagram.steps().map(step -> new PlacedStep(step, box(steps.get(step.key())))).toList(),
        connections.stream().map(ElkLayout::placed).toList());
  }

  private static PlacedArrow placed(Connection connection) {
    ElkEdge edge = connection.edge();
    Point origin = corner(edge.getContainingNode());
    List<Point> route = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      route.add(moved(origin, section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        route.add(moved(origin, bend.getX(), bend.getY()));
      }
      route.add(moved(origin, section.getEndX(), section.getEndY()));
    }
    if (connection.turned()) {
      Collections.reverse(route);
    }
    ElkLabel label = edge.getLabels().get(0);
    Point at = moved(origin, label.getX(), label.getY());
    return new PlacedArrow(
        connection.arrow(), route, new Box(at.x(), at.y(), label.getWidth(), label.getHeight()));
  }

  private static Box box(ElkNode node) {
    Point corner = corner(node);
    return new Box(corner.x(), corner.y(), node.getWidth(), node.getHeight());
  }

  private static Point corner(ElkNode node) {
    ElkNode parent = node.getParent();
    return parent == null ? new Point(0, 0) : moved(corner(parent), node.getX(), node.getY());
  }

  private static Point moved(Point origin, double x, double y) {
    return new Point(origin.x() + x, origin.y() + y);
  }
}
