// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves of percentiles: to the right what is rarer, each step ten times; upwards milliseconds,
 * each line ten times.
 */
record CurveChart(String title, List<Curve> curves) {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 74;
  private static final int RIGHT = 130;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;
  private static final int RARITIES = 4;
  private static final int LEAST_GAP = 14;
  private static final String[] NAMES = {"0", "p90", "p99", "p99.9", "p99.99"};

  String draw() {
    if (curves.isEmpty()) {
      return "";
    }
    var svg = new StringBuilder("<figure><figcaption>" + Xml.text(title) + "</figcaption>");
    svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\">".formatted(WIDTH, HEIGHT));
    svg.append(grid());
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      svg.append(line(curves.get(i), i, taken));
    }
    return svg.append("</svg></figure>").toString();
  }

  private String grid() {
    var grid = new StringBuilder();
    for (int power = lowest(); power <= highest(); power++) {
      double y = y(Math.pow(10, power));
      grid.append(straight(LEFT, y, (double) WIDTH - RIGHT, y));
      grid.append(name(LEFT - 6.0, y + 4, "end", Xml.number(Math.pow(10, power)) + " ms"));
    }
    for (int rarity = 0; rarity <= RARITIES; rarity++) {
      grid.append(straight(x(rarity), TOP, x(rarity), (double) HEIGHT - BOTTOM));
      grid.append(name(x(rarity), HEIGHT - 8.0, "middle", NAMES[rarity]));
    }
    return grid.toString();
  }

  private static String straight(double fromX, double fromY, double toX, double toY) {
    return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"grid\"/>"
        .formatted(Xml.at(fromX), Xml.at(fromY), Xml.at(toX), Xml.at(toY));
  }

  private static String name(double x, double y, String anchor, String text) {
    return "<text x=\"%s\" y=\"%s\" class=\"axis\" text-anchor=\"%s\">%s</text>"
        .formatted(Xml.at(x), Xml.at(y), anchor, Xml.text(text));
  }

  private String line(Curve curve, int index, List<Double> taken) {
    var path = new StringBuilder();
    for (Curve.Point point : curve.points()) {
      path.append(path.isEmpty() ? "M" : "L").append(Xml.at(x(point.rarity()))).append(' ');
      path.append(Xml.at(y(point.millis())));
    }
    double end = y(curve.points().get(curve.points().size() - 1).millis());
    while (isTaken(end, taken)) {
      end += LEAST_GAP;
    }
    taken.add(end);
    return "<path d=\"%s\" class=\"c%d\"/><text x=\"%d\" y=\"%s\" class=\"c%d\">%s</text>"
        .formatted(path, index, WIDTH - RIGHT + 8, Xml.at(end + 4), index, Xml.text(curve.name()));
  }

  private static boolean isTaken(double place, List<Double> taken) {
    return taken.stream().anyMatch(other -> Math.abs(other - place) < LEAST_GAP);
  }

  private static double x(double rarity) {
    return LEFT + rarity / RARITIES * (WIDTH - LEFT - RIGHT);
  }

  private double y(double millis) {
    double share =
        (Math.log10(Math.max(millis, Math.pow(10, lowest()))) - lowest()) / (highest() - lowest());
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private int lowest() {
    double least =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Curve.Point::millis)
            .min()
            .orElse(1);
    return (int) Math.floor(Math.log10(Math.max(0.1, least)));
  }

  private int highest() {
    double most =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Curve.Point::millis)
            .max()
            .orElse(1);
    return Math.max(lowest() + 1, (int) Math.ceil(Math.log10(most)));
  }
}
