// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No digit is lost between JSON and BSON. */
class BsonNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, INT32",
    "-0, INT32",
    "3, INT32",
    "3.0, INT32",
    "3E2, INT32",
    "-2147483648, INT32",
    "2147483648, INT64",
    "9223372036854775807, INT64",
    "-9223372036854775808, INT64",
    "9223372036854775808, DECIMAL128",
    "1E19, DOUBLE",
    "9223372036854775809, DECIMAL128",
    "0.1, DOUBLE",
    "2.50, DOUBLE",
    "1E300, DOUBLE",
    "5E-324, DECIMAL128",
    "0.12345678901234567890, DECIMAL128",
    "1E400, DECIMAL128",
    "-1234567890123456789012345678901234, DECIMAL128"
  })
  void numberKeepsItsValue(String text, BsonType type) {
    var number = new BigDecimal(text);

    BsonValue stored = BsonNumbers.toBson(number).orElseThrow();

    assertThat(back(stored)).isEqualByComparingTo(number);
    assertThat(stored.getBsonType()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345678901234567890123456789012345", "1E6145", "1E-6177", "1E1000000000"})
  void numberThatBsonDoesNotHaveIsToldFromOthers(String text) {
    assertThat(BsonNumbers.toBson(new BigDecimal(text))).isEmpty();
  }

  private static BigDecimal back(BsonValue stored) {
    return ((JsonNumber) BsonNumbers.toJson((BsonNumber) stored)).bigDecimalValue();
  }

  @Test
  void wholeDoubleReadsAsAnInteger() {
    assertThat(BsonNumbers.toJson(new BsonDouble(3.0))).hasToString("3");
    assertThat(BsonNumbers.toJson(new BsonDouble(-0.0))).hasToString("0");
    assertThat(BsonNumbers.toJson(new BsonDouble(2.5))).hasToString("2.5");
    assertThat(BsonNumbers.toJson(new BsonInt32(3))).hasToString("3");
    assertThat(BsonNumbers.toJson(new BsonInt64(3))).hasToString("3");
  }

  @Test
  void whatIsNoNumberInJsonIsNull() {
    for (BsonNumber number :
        new BsonNumber[] {
          new BsonDouble(Double.NaN),
          new BsonDouble(Double.NEGATIVE_INFINITY),
          new BsonDecimal128(Decimal128.NaN),
          new BsonDecimal128(Decimal128.POSITIVE_INFINITY)
        }) {
      assertThat(BsonNumbers.toJson(number)).isEqualTo(JsonValue.NULL);
    }
  }

  @Test
  void zeroBelowZeroIsZero() {
    assertThat(back(new BsonDecimal128(Decimal128.parse("-0E+3"))))
        .isEqualByComparingTo(BigDecimal.ZERO);
  }
}
