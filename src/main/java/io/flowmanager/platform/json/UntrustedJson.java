// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Parses untrusted JSON within limits: UTF-8 only, with or without a byte order mark; a maximum
 * depth; numbers of limited length with an exponent from -1000 to 1000; no text that cannot be
 * stored (half of a surrogate pair).
 *
 * <p>The limits are written by hand: JSON-P has none that both servers support, and does not report
 * the position of a repeated key. Jackson has limits, but its values would have to be converted to
 * those of JSON-P.
 *
 * @param maxDepth maximum nesting of objects and arrays
 */
public record UntrustedJson(int maxDepth) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MAX_NUMBER_LENGTH = 1000;

  /**
   * Parses the bytes.
   *
   * @throws JsonSyntaxException if they are not JSON within the limits, or if a key occurs more
   *     than once in one object
   */
  public JsonValue parse(byte[] bytes) {
    JsonDocument document = read(bytes);
    if (!document.repeatedKeys().isEmpty()) {
      throw JsonSyntaxException.ofRepeatedKeys(document.repeatedKeys());
    }
    return document.value();
  }

  /**
   * Parses the bytes, and reports repeated keys instead of refusing them.
   *
   * @throws JsonSyntaxException if they are not JSON within the limits
   */
  public JsonDocument read(byte[] bytes) {
    String text = withoutByteOrderMark(decode(bytes));
    checkBounds(text);
    JsonValue value = JsonText.parse(text);
    return new JsonDocument(value, RepeatedKeys.of(text, value));
  }

  /** Some editors add one; a parser may ignore it (RFC 8259, section 8.1). */
  private static String withoutByteOrderMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonSyntaxException(
          "The text is not UTF-8, which JSON must be in (RFC 8259, section 8.1).", e);
    }
  }

  private void checkBounds(String text) {
    int depth = 0;
    int numberLength = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = endOfString(text, i + 1);
        numberLength = 0;
        continue;
      }
      depth += step(c);
      numberLength = isNumberPart(c) ? numberLength + 1 : 0;
      checkDepth(depth);
      checkNumber(numberLength);
      if (numberLength > 1 && (c == 'e' || c == 'E')) {
        NumberExponent.check(text, i);
      }
    }
  }

  private static int step(char c) {
    return switch (c) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  private static boolean isNumberPart(char c) {
    return c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
  }

  private void checkDepth(int depth) {
    if (depth > maxDepth) {
      throw new JsonSyntaxException("The JSON is nested more than " + maxDepth + " levels deep.");
    }
  }

  private static void checkNumber(int length) {
    if (length > MAX_NUMBER_LENGTH) {
      throw new JsonSyntaxException(
          "The JSON has a number of more than " + MAX_NUMBER_LENGTH + " characters.");
    }
  }

  private static int endOfString(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\') {
        i = afterEscape(text, i);
      } else {
        i++;
      }
    }
    return i;
  }

  private static int afterEscape(String text, int backslash) {
    int unit = unicodeEscape(text, backslash);
    if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
      return backslash + 2;
    }
    int next = unicodeEscape(text, backslash + 6);
    boolean paired =
        unit <= Character.MAX_HIGH_SURROGATE
            && next >= Character.MIN_LOW_SURROGATE
            && next <= Character.MAX_LOW_SURROGATE;
    if (!paired) {
      throw new JsonSyntaxException(
          "A string has half of a surrogate pair (\\uD800 to \\uDFFF), which is not a character.");
    }
    return backslash + 12;
  }

  private static int unicodeEscape(String text, int at) {
    if (at + 6 > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
