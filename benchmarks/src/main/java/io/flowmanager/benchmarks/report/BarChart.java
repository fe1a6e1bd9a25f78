// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import java.util.List;

/** Lying bars, one below the other, each with its number. */
record BarChart(String title, List<Bar> bars) {

  private static final int WIDTH = 640;
  private static final int ROW = 26;
  private static final int BAR = 16;
  private static final int LABELS = 220;
  private static final int NUMBERS = 70;

  static BarChart of(String title, List<Bar> bars) {
    return new BarChart(title, bars.stream().filter(Bar::isKnown).toList());
  }

  String draw() {
    if (bars.isEmpty()) {
      return "";
    }
    int height = bars.size() * ROW + 6;
    var svg = new StringBuilder("<figure><figcaption>" + Xml.text(title) + "</figcaption>");
    svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\">".formatted(WIDTH, height));
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    for (int i = 0; i < bars.size(); i++) {
      svg.append(row(bars.get(i), i * ROW, most));
    }
    return svg.append("</svg></figure>").toString();
  }

  private static String row(Bar bar, int top, double most) {
    double length = Math.max(1, bar.value() / most * (WIDTH - LABELS - NUMBERS));
    return """
        <text x="%d" y="%d" class="label">%s</text>\
        <rect x="%d" y="%d" width="%s" height="%d" rx="2" class="%s"/>\
        <text x="%s" y="%d" class="value">%s</text>"""
        .formatted(
            LABELS - 10,
            top + 18,
            Xml.text(bar.label()),
            LABELS,
            top + 5,
            Xml.at(length),
            BAR,
            bar.kind(),
            Xml.at(LABELS + length + 6),
            top + 18,
            Xml.number(bar.value()));
  }
}
