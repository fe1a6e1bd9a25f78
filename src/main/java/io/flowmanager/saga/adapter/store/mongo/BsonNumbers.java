// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** Between numbers of JSON and those of BSON; no digit is lost in either direction. */
final class BsonNumbers {

  private static final int DIGITS_OF_A_LONG = 19;
  private static final int BITS_OF_A_LONG = 63;

  /** Whole doubles below it are longs as well. */
  private static final double WHOLE = 1e18;

  private BsonNumbers() {}

  /**
   * Whole numbers become integers, as JavaScript's drivers write them. Others become doubles where
   * a double gives back the same number, else decimals of 34 digits. Empty when BSON has no number
   * for it.
   */
  static Optional<BsonValue> toBson(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    if (isLong(bare)) {
      return Optional.of(integer(bare.longValueExact()));
    }
    double nearest = bare.doubleValue();
    if (Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(bare) == 0) {
      return Optional.of(new BsonDouble(nearest));
    }
    try {
      return Optional.of(new BsonDecimal128(new Decimal128(bare)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The exponent is looked at first: one of a million would take a million digits. */
  private static boolean isLong(BigDecimal bare) {
    return bare.scale() <= 0
        && (long) bare.precision() - bare.scale() <= DIGITS_OF_A_LONG
        && bare.toBigIntegerExact().bitLength() <= BITS_OF_A_LONG;
  }

  private static BsonValue integer(long number) {
    return number == (int) number ? new BsonInt32((int) number) : new BsonInt64(number);
  }

  /** JavaScript writes 3 as a double at times, so a whole number is an integer here. */
  static JsonValue toJson(BsonNumber number) {
    return switch (number.getBsonType()) {
      case INT32, INT64 -> JsonText.values().createValue(number.longValue());
      case DOUBLE -> ofDouble(number.doubleValue());
      default -> ofDecimal(number.decimal128Value());
    };
  }

  private static JsonValue ofDouble(double number) {
    if (!Double.isFinite(number)) {
      return JsonValue.NULL;
    }
    return number == Math.rint(number) && Math.abs(number) < WHOLE
        ? JsonText.values().createValue((long) number)
        : JsonText.values().createValue(BigDecimal.valueOf(number));
  }

  private static JsonValue ofDecimal(Decimal128 number) {
    if (!number.isFinite()) {
      return JsonValue.NULL;
    }
    // By its text: a zero below zero has no other way to a BigDecimal.
    return JsonText.values().createValue(new BigDecimal(number.toString()));
  }
}
