// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds keys that occur more than once in one object. Texts without repeated keys are recognised by
 * counting: they have as many colons outside of strings as the parsed value has members.
 */
final class RepeatedKeys {

  private static final int MOST = 20;
  private static final int LONGEST = 500;

  /** An object or array that is being parsed. */
  private static final class Frame {

    private final String pointer;
    private final boolean isArray;
    private final Set<String> keys = new HashSet<>();
    private String key = "";
    private int index;

    private Frame(String pointer, boolean isArray) {
      this.pointer = pointer;
      this.isArray = isArray;
    }

    /** The JSON pointer of the next value. */
    private String place() {
      String token = isArray ? Integer.toString(index++) : key;
      return cut(pointer + "/" + token.replace("~", "~0").replace("/", "~1"));
    }
  }

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Set<String> found = new HashSet<>();
  private final List<String> pointers = new ArrayList<>();

  private RepeatedKeys() {}

  /**
   * @param value the parsed value of the text
   */
  static List<String> of(String text, JsonValue value) {
    return colons(text) == members(value) ? List.of() : new RepeatedKeys().find(text);
  }

  private static int colons(String text) {
    int colons = 0;
    boolean isInString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isInString = !isInString;
      } else if (c == '\\') {
        i++;
      } else if (c == ':' && !isInString) {
        colons++;
      }
    }
    return colons;
  }

  private static int members(JsonValue value) {
    if (value instanceof JsonObject object) {
      int count = object.size();
      for (JsonValue member : object.values()) {
        count += members(member);
      }
      return count;
    }
    int count = 0;
    if (value instanceof JsonArray array) {
      for (JsonValue element : array) {
        count += members(element);
      }
    }
    return count;
  }

  private List<String> find(String text) {
    try (JsonParser parser = JsonText.parser(text)) {
      while (parser.hasNext() && pointers.size() < MOST) {
        take(parser.next(), parser);
      }
    }
    return pointers;
  }

  private void take(JsonParser.Event event, JsonParser parser) {
    switch (event) {
      case KEY_NAME -> name(frames.element(), parser.getString());
      case START_OBJECT -> frames.push(new Frame(place(), false));
      case START_ARRAY -> frames.push(new Frame(place(), true));
      case END_OBJECT, END_ARRAY -> frames.pop();
      default -> place();
    }
  }

  private String place() {
    return frames.isEmpty() ? "" : frames.element().place();
  }

  private void name(Frame frame, String key) {
    frame.key = key;
    if (!frame.keys.add(key) && found.add(frame.place())) {
      pointers.add(frame.place());
    }
  }

  private static String cut(String pointer) {
    return pointer.length() <= LONGEST ? pointer : pointer.substring(0, LONGEST) + "…";
  }
}
