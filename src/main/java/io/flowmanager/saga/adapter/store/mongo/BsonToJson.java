// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.SagaDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Base64;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Reads BSON as JSON, whoever wrote it. What JSON has no type for becomes a string: a date in the
 * contract's form of times, an ObjectId in hexadecimal digits, binary data in Base64. What has no
 * value, such as NaN, becomes null.
 */
final class BsonToJson {

  private BsonToJson() {}

  static JsonObject object(BsonDocument document) {
    JsonObjectBuilder object = JsonText.builders().createObjectBuilder();
    document.forEach((name, value) -> object.add(name, value(value)));
    return object.build();
  }

  private static JsonArray array(BsonArray values) {
    JsonArrayBuilder array = JsonText.builders().createArrayBuilder();
    values.forEach(value -> array.add(value(value)));
    return array.build();
  }

  static JsonValue value(BsonValue value) {
    return switch (value.getBsonType()) {
      case DOCUMENT -> object(value.asDocument());
      case ARRAY -> array(value.asArray());
      case BOOLEAN -> value.asBoolean().getValue() ? JsonValue.TRUE : JsonValue.FALSE;
      case INT32, INT64, DOUBLE, DECIMAL128 -> BsonNumbers.toJson(value.asNumber());
      case NULL, UNDEFINED, MIN_KEY, MAX_KEY, END_OF_DOCUMENT -> JsonValue.NULL;
      default -> JsonText.values().createValue(text(value));
    };
  }

  private static String text(BsonValue value) {
    return switch (value.getBsonType()) {
      case STRING -> value.asString().getValue();
      case DATE_TIME -> SagaDocument.time(Instant.ofEpochMilli(value.asDateTime().getValue()));
      case TIMESTAMP -> SagaDocument.time(Instant.ofEpochSecond(value.asTimestamp().getTime()));
      case OBJECT_ID -> value.asObjectId().getValue().toHexString();
      case BINARY -> Base64.getEncoder().encodeToString(value.asBinary().getData());
      case SYMBOL -> value.asSymbol().getSymbol();
      case REGULAR_EXPRESSION -> value.asRegularExpression().getPattern();
      case JAVASCRIPT -> value.asJavaScript().getCode();
      case JAVASCRIPT_WITH_SCOPE -> value.asJavaScriptWithScope().getCode();
      case DB_POINTER -> value.asDBPointer().getId().toHexString();
      default -> throw new IllegalArgumentException("No text for " + value.getBsonType());
    };
  }
}
