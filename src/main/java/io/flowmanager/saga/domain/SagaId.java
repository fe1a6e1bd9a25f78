// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a saga: 1 to 128 visible ASCII characters. Ids that this server makes are a prefix and
 * a UUIDv7; ids that came from elsewhere keep their form.
 *
 * @throws IllegalArgumentException when the value breaks that rule
 */
public record SagaId(String value) implements Comparable<SagaId> {

  private static final Pattern ALLOWED = Pattern.compile("[!-~]{1,128}");

  public SagaId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException("A saga id has 1 to 128 visible ASCII characters.");
    }
  }

  /** The id that a stranger named, or nothing when no saga can have such an id. */
  public static Optional<SagaId> find(String value) {
    return ALLOWED.matcher(value).matches() ? Optional.of(new SagaId(value)) : Optional.empty();
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
