// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import jakarta.json.JsonObject;

/**
 * What is to be reached.
 *
 * @param value what was measured; not a number when it was not
 * @param atLeast whether the bound is a lower one
 */
public record Goal(String name, double value, double bound, boolean atLeast) {

  static final String WORKLOAD = "goal";

  static Goal atLeast(double bound, String name, double value) {
    return new Goal(name, value, bound, true);
  }

  static Goal atMost(double bound, String name, double value) {
    return new Goal(name, value, bound, false);
  }

  public boolean isMeasured() {
    return Double.isFinite(value);
  }

  public boolean isMet() {
    return atLeast ? value >= bound : value <= bound;
  }

  public Line toLine() {
    return Line.of(WORKLOAD, name)
        .number("value", value)
        .text("bound", atLeast ? "at least" : "at most")
        .number("limit", bound)
        .text("met", isMet() ? "yes" : "no");
  }

  /** Whether that line is one of results, not of goals. */
  public static boolean isNone(JsonObject line) {
    return !WORKLOAD.equals(line.getString(Lines.WORKLOAD));
  }
}
