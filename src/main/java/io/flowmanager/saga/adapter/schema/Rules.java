// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keywords that the validator checks with doubles, or at a cost that a payload can drive up. Both
 * rely on numbers as {@link JacksonValues} makes them: equal ones are written alike.
 */
final class Rules {

  private Rules() {}

  static boolean isMultiple(JsonNode divisor, JsonNode value) {
    if (!divisor.isNumber() || !value.isNumber()) {
      return true;
    }
    return value.decimalValue().remainder(divisor.decimalValue()).compareTo(BigDecimal.ZERO) == 0;
  }

  /** Elements are compared as texts: many with one hash code cost no more than others do. */
  static boolean isUnique(JsonNode demanded, JsonNode value) {
    if (!demanded.asBoolean() || !value.isArray()) {
      return true;
    }
    CheckBudget budget = CheckBudget.current();
    Set<String> seen = new HashSet<>();
    for (JsonNode element : value) {
      String text = canonical(element);
      budget.spend(1 + text.length());
      if (!seen.add(text)) {
        return false;
      }
    }
    return true;
  }

  private static String canonical(JsonNode value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      value.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
      text.append('{');
      sorted.forEach(
          (name, member) -> {
            text.append(name.length()).append(':').append(name);
            write(member, text);
          });
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      value.forEach(
          element -> {
            write(element, text);
            text.append(',');
          });
      text.append(']');
    } else if (value.isTextual()) {
      text.append('"').append(value.textValue().length()).append(':').append(value.textValue());
    } else {
      text.append(value.asText());
    }
  }
}
