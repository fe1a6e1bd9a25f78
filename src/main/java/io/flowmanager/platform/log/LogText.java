// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.log;

import java.util.Locale;

/** Makes untrusted text (a label, a key, a reason) safe for a log line. */
public final class LogText {

  private static final int MAX_LENGTH = 200;
  private static final String CUT = "…";

  private LogText() {}

  /**
   * The text on one line. Control characters, line separators, invisible characters (including
   * those that change the writing direction) and halves of surrogate pairs are escaped as in Java
   * ({@code \n}, {@code \}{@code u001b}). The result has at most 200 characters; a longer one is
   * cut and ends with {@code …}. Null gives the text {@code null}.
   */
  public static String of(String text) {
    if (text == null) {
      return "null";
    }
    return isHarmless(text) ? text : escaped(text);
  }

  /** The usual case, which needs no copy. */
  private static boolean isHarmless(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    var result = new StringBuilder();
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      append(result, character);
      if (result.length() > MAX_LENGTH) {
        return result.substring(0, end) + CUT;
      }
      if (result.length() <= MAX_LENGTH - CUT.length()) {
        end = result.length();
      }
    }
    return result.toString();
  }

  private static void append(StringBuilder result, int character) {
    switch (character) {
      case '\n' -> result.append("\\n");
      case '\r' -> result.append("\\r");
      case '\t' -> result.append("\\t");
      default -> {
        if (isShown(character)) {
          result.appendCodePoint(character);
        } else {
          appendEscaped(result, character);
        }
      }
    }
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void appendEscaped(StringBuilder result, int character) {
    for (char unit : Character.toChars(character)) {
      result.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }
}
