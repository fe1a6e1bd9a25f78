// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.Optional;

/**
 * The id of a saga: 1 to 128 visible ASCII characters. Ids that this server makes are a prefix and
 * a UUIDv7; ids that came from elsewhere keep their form.
 *
 * @throws IllegalArgumentException when the value breaks that rule
 */
public record SagaId(String value) implements Comparable<SagaId> {

  private static final int MAX_LENGTH = 128;

  public SagaId {
    if (!isAllowed(value)) {
      throw new IllegalArgumentException("A saga id has 1 to 128 visible ASCII characters.");
    }
  }

  /** The id with that text; empty when the text cannot be the id of a saga. */
  public static Optional<SagaId> find(String value) {
    return isAllowed(value) ? Optional.of(new SagaId(value)) : Optional.empty();
  }

  /** Without a regular expression: several ids are made for each event. */
  private static boolean isAllowed(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '!' || value.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(SagaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
