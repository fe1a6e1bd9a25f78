// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The id of a business state or business event: a JSON string or number. {@code 1} and {@code "1"}
 * are different ids; {@code 1} and {@code 1.0} are the same number and so the same id.
 *
 * @param text the id as JSON text in its one canonical form, so {@code "\"paid\""} or {@code "1"}
 */
public record BusinessId(String text) {

  /**
   * The id that a flow file or a stored document holds.
   *
   * @throws IllegalArgumentException when the value is neither string nor number
   */
  public static BusinessId of(JsonValue value) {
    if (value instanceof JsonString string) {
      return new BusinessId(string.toString());
    }
    if (value instanceof JsonNumber number) {
      return new BusinessId(number.bigDecimalValue().stripTrailingZeros().toPlainString());
    }
    throw new IllegalArgumentException("A business id must be a string or a number, not " + value);
  }

  @Override
  public String toString() {
    return text;
  }
}
