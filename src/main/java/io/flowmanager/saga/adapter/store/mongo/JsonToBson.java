// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.application.store.UnstorableException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Makes BSON of JSON. A value that reads as the one that the document had at that place stays that
 * one, so that dates and other types that JSON does not have survive.
 */
final class JsonToBson {

  /** MongoDB's documented limit for a whole document. */
  static final int MAX_DEPTH = 100;

  private static final BsonValue NONE = BsonNull.VALUE;

  private final int above;
  private final Deque<String> path = new ArrayDeque<>();

  private JsonToBson(int above) {
    this.above = above;
  }

  /**
   * @param before what stands there now; may be empty
   * @throws UnstorableException when BSON has no such value; the message names the place
   */
  static BsonDocument document(JsonObject object, BsonDocument before) {
    return new JsonToBson(0).object(object, before);
  }

  /**
   * @param above how many documents and arrays the object is within
   * @throws UnstorableException as {@link #document} does
   */
  static BsonDocument part(JsonObject object, int above) {
    return new JsonToBson(above).object(object, new BsonDocument());
  }

  private BsonValue value(JsonValue value, BsonValue before) {
    return switch (value.getValueType()) {
      case OBJECT ->
          object(
              value.asJsonObject(), before.isDocument() ? before.asDocument() : new BsonDocument());
      case ARRAY ->
          array(value.asJsonArray(), before.isArray() ? before.asArray() : new BsonArray());
      default -> before != NONE && BsonToJson.value(before).equals(value) ? before : leaf(value);
    };
  }

  private BsonDocument object(JsonObject object, BsonDocument before) {
    checkDepth();
    var document = new BsonDocument();
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      String name = member.getKey();
      path.addLast(name);
      checkName(name);
      document.put(name, value(member.getValue(), before.getOrDefault(name, NONE)));
      path.removeLast();
    }
    return document;
  }

  private BsonArray array(JsonArray array, BsonArray before) {
    checkDepth();
    var values = new BsonArray(array.size());
    Iterator<BsonValue> old = before.iterator();
    for (JsonValue value : array) {
      path.addLast(String.valueOf(values.size()));
      values.add(value(value, old.hasNext() ? old.next() : NONE));
      path.removeLast();
    }
    return values;
  }

  private BsonValue leaf(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> text(((JsonString) value).getString());
      case NUMBER -> number((JsonNumber) value);
      case TRUE -> BsonBoolean.TRUE;
      case FALSE -> BsonBoolean.FALSE;
      default -> BsonNull.VALUE;
    };
  }

  private BsonValue number(JsonNumber number) {
    return BsonNumbers.toBson(number.bigDecimalValue())
        .orElseThrow(
            () ->
                unstorable(
                    "is a number with more than 34 digits or an exponent beyond 6144. MongoDB has"
                        + " no such number; send it as a string"));
  }

  private BsonString text(String text) {
    if (!isWhole(text)) {
      throw unstorable("is a text with half a character (a lone surrogate), which UTF-8 has not");
    }
    return new BsonString(text);
  }

  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private void checkName(String name) {
    if (name.indexOf('\0') >= 0) {
      throw unstorable("has U+0000 in its name, which MongoDB does not take");
    }
    if (!isWhole(name)) {
      throw unstorable("has half a character (a lone surrogate) in its name");
    }
  }

  private void checkDepth() {
    if (above + path.size() >= MAX_DEPTH) {
      throw unstorable("is nested deeper than the " + MAX_DEPTH + " levels that MongoDB takes");
    }
  }

  private UnstorableException unstorable(String what) {
    var pointer = new StringBuilder();
    path.stream()
        .limit(10)
        .forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
    String end = path.size() > 10 ? "/…" : "";
    return new UnstorableException("The value at " + pointer + end + " " + what + ".", null);
  }
}
