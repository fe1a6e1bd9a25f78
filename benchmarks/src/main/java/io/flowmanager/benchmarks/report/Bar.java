// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

/**
 * @param kind how it is coloured: {@code mine}, {@code bound} for what nobody can beat, or {@code
 *     other}
 */
record Bar(String label, double value, String kind) {

  static final String MINE = "mine";
  static final String BOUND = "bound";
  static final String OTHER = "other";

  boolean isKnown() {
    return Double.isFinite(value);
  }
}
