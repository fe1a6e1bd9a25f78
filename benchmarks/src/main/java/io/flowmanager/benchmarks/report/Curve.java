// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Latencies by percentile. */
record Curve(String name, List<Point> points) {

  /**
   * @param rarity how rare a longer time is: one in ten to the power of this
   */
  record Point(double rarity, double millis) {}

  private static final double MOST_RARE = 4;
  private static final double HUNDRED = 100;

  /** Of a line of results. */
  static Curve of(String name, JsonObject line) {
    List<Point> points = new ArrayList<>();
    for (JsonValue value : line.getJsonArray("curve")) {
      JsonArray point = value.asJsonArray();
      double rarity = -Math.log10(1 - point.getJsonNumber(0).doubleValue() / HUNDRED);
      if (rarity <= MOST_RARE) {
        points.add(new Point(rarity, point.getJsonNumber(1).doubleValue()));
      }
    }
    return new Curve(name, points);
  }
}
