// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import static io.flowmanager.saga.adapter.diagram.SvgText.px;

import io.flowmanager.saga.adapter.diagram.Picture.Point;
import java.util.List;

/** The path of an arrow: straight lines with rounded corners. */
final class ArrowPath {

  private static final double RADIUS = 7;

  private ArrowPath() {}

  static String of(List<Point> route) {
    StringBuilder path = new StringBuilder("M").append(at(route.get(0)));
    for (int i = 1; i < route.size() - 1; i++) {
      corner(path, route.get(i - 1), route.get(i), route.get(i + 1));
    }
    return path.append(" L").append(at(route.get(route.size() - 1))).toString();
  }

  private static void corner(StringBuilder path, Point before, Point bend, Point after) {
    double radius = Math.min(RADIUS, Math.min(distance(before, bend), distance(bend, after)) / 2);
    path.append(" L").append(at(towards(bend, before, radius)));
    path.append(" Q").append(at(bend)).append(' ').append(at(towards(bend, after, radius)));
  }

  private static Point towards(Point from, Point to, double length) {
    double distance = distance(from, to);
    double part = distance == 0 ? 0 : length / distance;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static double distance(Point from, Point to) {
    return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
  }

  private static String at(Point point) {
    return px(point.x()) + "," + px(point.y());
  }
}
