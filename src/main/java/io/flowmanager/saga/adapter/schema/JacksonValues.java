// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/**
 * Our JSON values as the validator knows them. Numbers that are equal become equal nodes: {@code
 * 1}, {@code 1.0} and {@code 10e-1} are all the integer one.
 */
final class JacksonValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONG_DIGITS = 18;

  private JacksonValues() {}

  static JsonNode of(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> object(value.asJsonObject());
      case ARRAY -> array(value.asJsonArray());
      case STRING -> NODES.textNode(((JsonString) value).getString());
      case NUMBER -> number((JsonNumber) value);
      case TRUE -> NODES.booleanNode(true);
      case FALSE -> NODES.booleanNode(false);
      case NULL -> NODES.nullNode();
    };
  }

  private static ObjectNode object(JsonObject object) {
    ObjectNode node = NODES.objectNode();
    object.forEach((name, value) -> node.set(name, of(value)));
    return node;
  }

  private static ArrayNode array(JsonArray array) {
    ArrayNode node = NODES.arrayNode(array.size());
    array.forEach(element -> node.add(of(element)));
    return node;
  }

  private static JsonNode number(JsonNumber number) {
    BigDecimal value = number.bigDecimalValue().stripTrailingZeros();
    if (value.scale() > 0) {
      return NODES.numberNode(value);
    }
    return value.precision() - value.scale() <= LONG_DIGITS
        ? NODES.numberNode(value.longValueExact())
        : NODES.numberNode(value.toBigIntegerExact());
  }
}
