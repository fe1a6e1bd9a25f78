// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

/**
 * Limits the exponents of numbers. Without a limit, a number of eleven characters can denote ten
 * million digits, and comparing or dividing it computes all of them.
 */
final class NumberExponent {

  private static final int MAX = 1000;

  private NumberExponent() {}

  /**
   * @param at index of the number's {@code e}
   * @throws JsonSyntaxException if the exponent is out of range
   */
  static void check(String text, int at) {
    int exponent = 0;
    for (int i = afterSign(text, at + 1); i < text.length() && isDigit(text.charAt(i)); i++) {
      exponent = exponent * 10 + text.charAt(i) - '0';
      if (exponent > MAX) {
        throw new JsonSyntaxException(
            "The JSON has a number whose exponent is beyond "
                + MAX
                + ", at "
                + place(text, at)
                + ".");
      }
    }
  }

  private static int afterSign(String text, int at) {
    boolean hasSign = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return hasSign ? at + 1 : at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String place(String text, int at) {
    long line = 1 + text.chars().limit(at).filter(c -> c == '\n').count();
    int column = at - text.lastIndexOf('\n', at);
    return "line " + line + ", column " + column;
  }
}
