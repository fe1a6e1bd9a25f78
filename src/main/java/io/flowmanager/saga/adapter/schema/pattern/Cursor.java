// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

/** A place in a pattern, which moves on. Reads by characters, not by halves of surrogate pairs. */
final class Cursor {

  private static final int END = -1;

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /** The character here; -1 at the end. */
  int peek() {
    return isAtEnd() ? END : text.codePointAt(at);
  }

  boolean looksAt(String expected) {
    return text.startsWith(expected, at);
  }

  /** Passes over the text if it is here. */
  boolean take(String expected) {
    boolean isHere = looksAt(expected);
    at += isHere ? expected.length() : 0;
    return isHere;
  }

  /** Passes over the character that is here. */
  int next() {
    if (isAtEnd()) {
      throw fault("ends too early");
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** The text up to that character, which is passed over. */
  String until(char end) {
    int there = text.indexOf(end, at);
    if (there < 0) {
      throw fault("lacks a \"" + end + "\"");
    }
    String inside = text.substring(at, there);
    at = there + 1;
    return inside;
  }

  /** So many hexadecimal digits, which are passed over; -1 when something else is here. */
  int hex(int digits) {
    int end = at + digits;
    if (end > text.length()) {
      return END;
    }
    int value = 0;
    for (int i = at; i < end; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : END;
      if (digit < 0) {
        return END;
      }
      value = value * 16 + digit;
    }
    at = end;
    return value;
  }

  boolean isAtDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  /** A whole number; one that is too large becomes the largest. */
  int number() {
    long value = 0;
    while (isAtDigit()) {
      value = Math.min(Integer.MAX_VALUE, value * 10 + next() - '0');
    }
    return (int) value;
  }

  int position() {
    return at;
  }

  void goBackTo(int position) {
    at = position;
  }

  InvalidPatternException fault(String what) {
    return new InvalidPatternException("it " + what + " (at character " + at + ")");
  }
}
