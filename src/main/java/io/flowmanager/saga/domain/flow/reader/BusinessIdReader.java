// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.document.Node;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the id of a business state or business event. */
final class BusinessIdReader {

  private static final int MOST_DIGITS = 255;

  Optional<BusinessId> read(Node node) {
    if (node.value() instanceof JsonString) {
      return node.label().map(label -> BusinessId.of(node.value()));
    }
    if (!(node.value() instanceof JsonNumber number)) {
      return node.refuse("a string or a number");
    }
    if (digits(number.bigDecimalValue()) > MOST_DIGITS) {
      node.fault("must be a number of at most " + MOST_DIGITS + " digits");
      return Optional.empty();
    }
    return Optional.of(BusinessId.of(number));
  }

  /** How long the number is when it is written without exponent, found without writing it. */
  private static long digits(BigDecimal number) {
    long scale = number.scale();
    return scale < 0 ? number.precision() - scale : Math.max(number.precision(), scale);
  }
}
