// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

/**
 * The bound on a number's exponent. Without one, a number of eleven characters stands for ten
 * million digits, and whoever compares or divides it computes with all of them.
 */
final class NumberExponent {

  private static final int MAX = 1000;

  private NumberExponent() {}

  /**
   * @param at where the number's {@code e} stands
   * @throws JsonSyntaxException when the exponent is beyond the bound
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
