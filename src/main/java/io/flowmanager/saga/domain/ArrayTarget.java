// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array as JavaScript has it: assigning an index beyond its end makes it longer, with holes,
 * which JSON shows as null; assigning its {@code length} cuts or grows it; other keys are no part
 * of its JSON. The size that a hostile payload can cause is limited.
 */
final class ArrayTarget implements MergeTarget {

  private static final String LENGTH = "length";
  private static final int LONGEST = 100_000;

  private final JsonProvider json;
  private final ArrayHoles holes;

  /** A hole is null. */
  private final List<JsonValue> elements;

  private ArrayTarget(JsonProvider json, ArrayHoles holes, List<JsonValue> elements) {
    this.json = json;
    this.holes = holes;
    this.elements = elements;
  }

  static ArrayTarget of(JsonProvider json, ArrayHoles holes, List<JsonValue> elements) {
    return new ArrayTarget(json, holes, new ArrayList<>(elements));
  }

  /** The elements of an object that has a length, which lodash treats as an array. */
  static Optional<ArrayTarget> ofArrayLike(JsonProvider json, ArrayHoles holes, JsonObject object) {
    if (!(object.get(LENGTH) instanceof JsonNumber number) || !isLength(number.doubleValue())) {
      return Optional.empty();
    }
    int length = checked(number.doubleValue());
    holes.add(length - object.size());
    List<JsonValue> elements = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      elements.add(object.get(Integer.toString(i)));
    }
    return Optional.of(new ArrayTarget(json, holes, elements));
  }

  private static boolean isLength(double number) {
    return number >= 0 && number <= (1L << 53) - 1 && number == Math.rint(number);
  }

  private static int checked(double length) {
    if (!isLength(length) || length > LONGEST) {
      throw new MergeFailedException(
          "The payload cannot be merged, because it would give an array the length "
              + length
              + "; send a payload that makes arrays no longer than "
              + LONGEST
              + " elements.");
    }
    return (int) length;
  }

  @Override
  public Optional<JsonValue> get(String key) {
    if (key.equals(LENGTH)) {
      return Optional.of(json.createValue(elements.size()));
    }
    return ScriptKey.isIndex(key) && Long.parseLong(key) < elements.size()
        ? Optional.ofNullable(elements.get(Integer.parseInt(key)))
        : Optional.empty();
  }

  @Override
  public void put(String key, JsonValue value) {
    if (key.equals(LENGTH)) {
      int length = checked(ScriptNumber.of(value));
      holes.add(length - elements.size());
      grow(length);
      elements.subList(length, elements.size()).clear();
    } else if (ScriptKey.isIndex(key)) {
      int index = checked(Long.parseLong(key) + 1.0) - 1;
      holes.add(index - elements.size());
      grow(index + 1);
      elements.set(index, value);
    }
  }

  private void grow(int length) {
    while (elements.size() < length) {
      elements.add(null);
    }
  }

  @Override
  public JsonArray value() {
    var array = json.createArrayBuilder();
    elements.forEach(element -> array.add(element == null ? JsonValue.NULL : element));
    return array.build();
  }
}
