// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.HdrHistogram.Histogram;

/** One line of results in the making. */
public final class Line {

  private static final double[] CURVE = {
    0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.999, 100
  };
  private static final double MICROS_PER_MILLI = 1000.0;

  private final JsonObjectBuilder json = Json.createObjectBuilder();

  public static Line of(String workload, String system) {
    return new Line().text("workload", workload).text("system", system);
  }

  public Line text(String name, String value) {
    json.add(name, value);
    return this;
  }

  /** Left out when there is no such number. */
  public Line number(String name, double value) {
    if (Double.isFinite(value)) {
      int decimals = Math.abs(value) < 1000 ? 3 : 0;
      BigDecimal rounded =
          new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
      json.add(name, rounded.setScale(Math.max(0, rounded.scale())));
    }
    return this;
  }

  /** Percentiles in milliseconds, from a histogram of microseconds. */
  public Line latencies(String prefix, Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return this;
    }
    number(prefix + "P50Ms", histogram.getValueAtPercentile(50) / MICROS_PER_MILLI);
    number(prefix + "P99Ms", histogram.getValueAtPercentile(99) / MICROS_PER_MILLI);
    number(prefix + "P999Ms", histogram.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
    return number(prefix + "MaxMs", histogram.getMaxValue() / MICROS_PER_MILLI);
  }

  /** Points of the curve of percentiles: pairs of percentile and milliseconds. */
  public Line curve(Histogram histogram) {
    JsonArrayBuilder points = Json.createArrayBuilder();
    for (double percentile : CURVE) {
      double millis = histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
      points.add(Json.createArrayBuilder().add(percentile).add(millis));
    }
    json.add("curve", points);
    return this;
  }

  public JsonObject build() {
    return json.build();
  }
}
