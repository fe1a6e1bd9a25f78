// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes text of a flow file readable on one line. */
public final class ReadableText {

  private static final int REPLACEMENT = 0xFFFD;

  private ReadableText() {}

  /**
   * The text on one line and not longer than {@code max} characters, the last one an ellipsis when
   * there was more. Runs of white space and control characters become one space. Characters that no
   * XML document may hold, and those that change the direction of what follows, become U+FFFD.
   */
  public static String line(String text, int max) {
    int[] characters = text.codePoints().map(ReadableText::harmless).toArray();
    StringBuilder line = new StringBuilder();
    for (int character : characters) {
      if (character != ' ' || !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.appendCodePoint(character);
      }
    }
    String whole = line.toString().strip();
    if (whole.codePointCount(0, whole.length()) <= max) {
      return whole;
    }
    return whole.substring(0, whole.offsetByCodePoints(0, max - 1)).stripTrailing() + "…";
  }

  /** A duration in words: {@code 1 d 2 h}, {@code 30 min}, {@code 1.5 s}. */
  public static String duration(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toDays(), "d");
    add(parts, duration.toHoursPart(), "h");
    add(parts, duration.toMinutesPart(), "min");
    Duration rest = duration.minusMinutes(duration.toMinutes());
    if (!rest.isZero() || parts.isEmpty()) {
      parts.add(rest.toString().substring("PT".length()).replace("S", " s"));
    }
    return String.join(" ", parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit);
    }
  }

  private static int harmless(int character) {
    if (Character.isWhitespace(character)
        || Character.isISOControl(character)
        || Character.isSpaceChar(character)) {
      return ' ';
    }
    boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
    boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
    return surrogate || noCharacter || turnsDirection(character) ? REPLACEMENT : character;
  }

  private static boolean turnsDirection(int character) {
    return character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069
        || character == 0x200E
        || character == 0x200F
        || character == 0x061C;
  }
}
