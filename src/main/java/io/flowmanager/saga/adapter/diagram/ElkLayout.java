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

  static {
    // Makes the library know its own value types; the layout fails without.
    LayoutMetaDataService.getInstance();
  }

  private final FlowDiagram diagram;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final ElkNode start = ElkGraphUtil.createNode(root);
  private final Map<Group, ElkNode> groups = new LinkedHashMap<>();
  private final Map<String, ElkNode> steps = new LinkedHashMap<>();
  private final Map<ElkEdge, Arrow> arrows = new LinkedHashMap<>();

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
    diagram.groups().forEach(this::add);
    ElkNode first = steps.get(diagram.initialKey());
    connect(
        start,
        first,
        new Arrow("", diagram.initialKey(), diagram.creationEvent(), false, Optional.empty()));
    diagram.arrows().forEach(a -> connect(steps.get(a.from()), steps.get(a.to()), a));
  }

  private void add(Group group) {
    ElkNode box = ElkGraphUtil.createNode(root);
    ElkOptions.ofGroup(box, Typography.groupTitle(group.label()));
    groups.put(group, box);
    for (Step step : group.steps()) {
      ElkNode node = ElkGraphUtil.createNode(box);
      ElkOptions.ofStep(node, Typography.lines(step));
      steps.put(step.key(), node);
    }
  }

  private void connect(ElkNode from, ElkNode to, Arrow arrow) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    Typography.Line caption = Typography.caption(arrow.caption());
    ElkLabel label = ElkGraphUtil.createLabel(caption.text(), edge);
    ElkOptions.ofCaption(label, caption);
    arrows.put(edge, arrow);
  }

  private Picture picture() {
    return new Picture(
        root.getWidth(),
        root.getHeight(),
        box(start),
        groups.entrySet().stream()
            .map(e -> new PlacedGroup(e.getKey(), box(e.getValue())))
            .toList(),
        diagram.steps().map(step -> new PlacedStep(step, box(steps.get(step.key())))).toList(),
        arrows.entrySet().stream().map(e -> placed(e.getValue(), e.getKey())).toList());
  }

  private static PlacedArrow placed(Arrow arrow, ElkEdge edge) {
    Point origin = corner(edge.getContainingNode());
    List<Point> route = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      route.add(moved(origin, section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        route.add(moved(origin, bend.getX(), bend.getY()));
      }
      route.add(moved(origin, section.getEndX(), section.getEndY()));
    }
    ElkLabel label = edge.getLabels().get(0);
    Point at = moved(origin, label.getX(), label.getY());
    return new PlacedArrow(
        arrow, route, new Box(at.x(), at.y(), label.getWidth(), label.getHeight()));
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
