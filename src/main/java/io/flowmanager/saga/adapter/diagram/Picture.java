// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import io.flowmanager.saga.domain.diagram.FlowDiagram.Arrow;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Group;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import java.util.List;

/**
 * A diagram with all positions, in pixels from its upper left corner.
 *
 * @param start the mark that the creation event comes from
 */
record Picture(
    double width,
    double height,
    Box start,
    List<PlacedGroup> groups,
    List<PlacedStep> steps,
    List<PlacedArrow> arrows) {

  record Point(double x, double y) {}

  record Box(double x, double y, double width, double height) {

    double middle() {
      return x + width / 2;
    }

    boolean holds(Box other) {
      return x <= other.x
          && y <= other.y
          && x + width >= other.x + other.width
          && y + height >= other.y + other.height;
    }
  }

  /**
   * @param title where the label of the group is, which no arrow crosses
   */
  record PlacedGroup(Group group, Box box, Box title) {}

  record PlacedStep(Step step, Box box) {}

  /**
   * @param route from the border of the one state to the border of the other
   */
  record PlacedArrow(Arrow arrow, List<Point> route, Box caption) {}
}
