// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.regex.Pattern;

/**
 * The name of a hosted flow: the name of its file without {@code .json}. It is part of URLs, so
 * only letters, digits, dot, dash and underscore are allowed, at most 100 of them, the first one a
 * letter or digit.
 *
 * @throws IllegalArgumentException with a sentence, when the value breaks that rule
 */
public record FlowName(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public FlowName {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" cannot name a flow: use 1 to 100 letters, digits, dots, dashes and underscores,"
              + " beginning with a letter or digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
