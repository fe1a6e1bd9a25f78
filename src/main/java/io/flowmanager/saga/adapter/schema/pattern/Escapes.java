// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.util.Optional;

/** Reads what stands behind a backslash and means the same inside and outside of brackets. */
final class Escapes {

  private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";

  private final Cursor in;
  private final boolean strict;

  /**
   * @param strict whether only characters that have a meaning may be escaped, as with the flag u
   */
  Escapes(Cursor in, boolean strict) {
    this.in = in;
    this.strict = strict;
  }

  /** The character or the set of characters; the backslash has been passed over. */
  Piece read() {
    int c = in.next();
    return switch (c) {
      case 'd' -> Piece.of(CharacterSets.DIGITS);
      case 'D' -> Piece.of(CharacterSets.DIGITS.inverted());
      case 'w' -> Piece.of(CharacterSets.WORD);
      case 'W' -> Piece.of(CharacterSets.WORD.inverted());
      case 's' -> Piece.of(CharacterSets.SPACES);
      case 'S' -> Piece.of(CharacterSets.SPACES.inverted());
      case 'p' -> property(false);
      case 'P' -> property(true);
      default -> Piece.of(character(c));
    };
  }

  private Piece property(boolean inverted) {
    if (!in.take("{")) {
      throw in.fault("lacks a \"{\" behind \\p");
    }
    Optional<CodePoints> set = UnicodeProperties.find(in.until('}'));
    return set.map(s -> Piece.of(inverted ? s.inverted() : s)).orElse(Piece.UNKNOWN);
  }

  private int character(int c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0xB;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '0' -> nul();
      case 'c' -> control();
      case 'x' -> needed(in.hex(2), "lacks two hexadecimal digits behind \\x");
      case 'u' -> unicode();
      default -> itself(c);
    };
  }

  private int nul() {
    if (in.isAtDigit()) {
      throw in.fault("has an octal escape");
    }
    return 0;
  }

  private int control() {
    int letter = in.next();
    if (letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z') {
      return letter % 32;
    }
    throw in.fault("lacks a letter behind \\c");
  }

  private int unicode() {
    if (in.take("{")) {
      return braced(in.until('}'));
    }
    int first = needed(in.hex(4), "lacks four hexadecimal digits behind \\u");
    int behind = in.position();
    if (Character.isBmpCodePoint(first) && Character.isHighSurrogate((char) first)) {
      int second = in.take("\\u") ? in.hex(4) : -1;
      if (second >= 0 && Character.isLowSurrogate((char) second)) {
        return Character.toCodePoint((char) first, (char) second);
      }
      in.goBackTo(behind);
    }
    return first;
  }

  private int braced(String digits) {
    var inside = new Cursor(digits.replaceFirst("^0+(?=.)", ""));
    int length = digits.replaceFirst("^0+(?=.)", "").length();
    int value = length >= 1 && length <= 6 ? inside.hex(length) : -1;
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw in.fault("has no number of a character in \\u{}");
    }
    return value;
  }

  private int needed(int value, String fault) {
    if (value < 0) {
      throw in.fault(fault);
    }
    return value;
  }

  private int itself(int c) {
    boolean isLetter = c < 0x80 && Character.isLetterOrDigit(c);
    if (SYNTAX_CHARACTERS.indexOf(c) >= 0 || !strict && !isLetter) {
      return c;
    }
    throw in.fault("has the escape \\" + Character.toString(c) + ", which ECMA-262 does not know");
  }
}
