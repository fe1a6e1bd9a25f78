// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.CenterEdgeLabelPlacementStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** Sizes and distances, as options of the layout library. */
final class ElkOptions {

  private static final double MARGIN = 20;
  private static final double STEP_PADDING = 16;

  private static final double GROUP_PADDING = 18;

  private ElkOptions() {}

  static void ofDiagram(ElkNode root) {
    layered(root);
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
  }

  static void ofStart(ElkNode node, double size) {
    node.setDimensions(size, size);
    node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
  }

  static void ofGroup(ElkNode box) {
    layered(box);
    box.setProperty(LayeredOptions.PADDING, new ElkPadding(GROUP_PADDING));
  }

  /** The title stands in the first row of its group, beside the states. */
  static void ofTitle(ElkNode node, Typography.Line title) {
    node.setDimensions(Math.ceil(title.width()), title.height());
    node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
    node.setProperty(LayeredOptions.ALIGNMENT, Alignment.TOP);
  }

  static void ofStep(ElkNode node, List<Typography.Line> lines, double width) {
    double height = lines.stream().mapToDouble(Typography.Line::height).sum();
    node.setDimensions(width, height + STEP_PADDING);
  }

  /** The width of all steps of a group, enough for each of them. */
  static double stepWidth(Stream<Typography.Line> lines) {
    double widest = lines.mapToDouble(Typography.Line::width).max().orElse(0);
    return Math.ceil(widest + 2 * STEP_PADDING);
  }

  /** The text stands on its arrow, near the state that the arrow leaves. */
  static void ofCaption(ElkLabel label, Typography.Line caption, boolean turned) {
    label.setDimensions(Math.ceil(caption.width()), caption.height());
    label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
    label.setProperty(
        LayeredOptions.EDGE_LABELS_CENTER_LABEL_PLACEMENT_STRATEGY,
        turned
            ? CenterEdgeLabelPlacementStrategy.HEAD_LAYER
            : CenterEdgeLabelPlacementStrategy.TAIL_LAYER);
  }

  private static void layered(ElkNode graph) {
    graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 36.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 20.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 22.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
  }
}
