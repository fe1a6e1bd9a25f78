// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The id of a business state or business event: a JSON string or number. {@code 1} and {@code "1"}
 * are different ids; {@code 1} and {@code 1.0} are the same number and so the same id.
 *
 * @param text the id in its one canonical form: a string between double quotes, nothing in it
 *     escaped, or a number
 */
public record BusinessId(String text) {

  private static final int MAX_PLAIN_SCALE = 30;

  /**
   * The id that a flow file or a stored document holds.
   *
   * @throws IllegalArgumentException when the value is neither string nor number
   */
  public static BusinessId of(JsonValue value) {
    if (value instanceof JsonString string) {
      return new BusinessId('"' + string.getString() + '"');
    }
    if (value instanceof JsonNumber number) {
      return new BusinessId(canonical(number.bigDecimalValue().stripTrailingZeros()));
    }
    throw new IllegalArgumentException("A business id must be a string or a number, not " + value);
  }

  private static String canonical(BigDecimal number) {
    return Math.abs(number.scale()) <= MAX_PLAIN_SCALE ? number.toPlainString() : number.toString();
  }

  /** The id's characters, when it is a string; otherwise it is a number. */
  public Optional<String> string() {
    return text.startsWith("\"")
        ? Optional.of(text.substring(1, text.length() - 1))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
