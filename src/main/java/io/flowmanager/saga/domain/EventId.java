// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.regex.Pattern;

/**
 * The id by which a repeat of an event or a start is recognised: an {@code Idempotency-Key}, a
 * message id. 1 to 255 printable ASCII characters, no blanks around them. An event id counts within
 * its saga, for the saga's whole life.
 *
 * @throws IllegalArgumentException with a sentence, when the value breaks that rule
 */
public record EventId(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

  public EventId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to 255 printable ASCII characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
