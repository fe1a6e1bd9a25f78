// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes XML elements; whatever text they get, the result is well-formed. */
final class SvgText {

  private final StringBuilder text = new StringBuilder(4096);

  /** Attributes are names and values by turns. */
  SvgText open(String name, Object... attributes) {
    start(name, attributes);
    text.append(">\n");
    return this;
  }

  SvgText close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  SvgText empty(String name, Object... attributes) {
    start(name, attributes);
    text.append("/>\n");
    return this;
  }

  SvgText leaf(String name, String content, Object... attributes) {
    start(name, attributes);
    text.append('>').append(escaped(content)).append("</").append(name).append(">\n");
    return this;
  }

  /** A length in pixels, as short as can be. */
  static String px(double length) {
    BigDecimal rounded =
        BigDecimal.valueOf(length).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }

  private void start(String name, Object... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(value(attributes[i + 1])).append('"');
    }
  }

  private static String value(Object value) {
    return value instanceof Double number ? px(number) : escaped(value.toString());
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
