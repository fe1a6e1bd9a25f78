// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes one value; an instance is used once. The provider's writer copies every character through
 * its own buffers; this one copies a string at once if nothing in it needs an escape, which is
 * nearly always so.
 */
final class TextWriter {

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder(256);

  String write(JsonValue value) {
    append(value);
    return text.toString();
  }

  private void append(JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> append(value.asJsonObject());
      case ARRAY -> append(value.asJsonArray());
      case STRING -> append(((JsonString) value).getChars());
      case NUMBER -> text.append(value);
      case TRUE -> text.append("true");
      case FALSE -> text.append("false");
      case NULL -> text.append("null");
    }
  }

  private void append(JsonObject object) {
    char before = '{';
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      text.append(before);
      append(member.getKey());
      text.append(':');
      append(member.getValue());
      before = ',';
    }
    text.append(object.isEmpty() ? "{}" : "}");
  }

  private void append(JsonArray array) {
    char before = '[';
    for (JsonValue element : array) {
      text.append(before);
      append(element);
      before = ',';
    }
    text.append(array.isEmpty() ? "[]" : "]");
  }

  /** Copies the content at once, and then checks whether something in it needs an escape. */
  private void append(CharSequence content) {
    int start = text.append('"').length();
    text.append(content);
    for (int i = start; i < text.length(); i++) {
      if (needsEscape(text.charAt(i))) {
        escapeFrom(start, content);
        break;
      }
    }
    text.append('"');
  }

  private static boolean needsEscape(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void escapeFrom(int start, CharSequence content) {
    text.setLength(start);
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (needsEscape(c)) {
        escape(c);
      } else {
        text.append(c);
      }
    }
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append("\\u").append(HEX.toHexDigits(c));
    }
  }
}
