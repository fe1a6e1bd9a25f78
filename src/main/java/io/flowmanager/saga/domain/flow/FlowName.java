// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name of a hosted flow: the name of its file without {@code .json}. It is part of URLs, so
 * only letters, digits, dot, dash and underscore are allowed, at most 100 of them, the first one a
 * letter or digit.
 *
 * @throws IllegalArgumentException with a sentence, when the value breaks that rule
 */
public record FlowName(String value) {

  private static final String SUFFIX = ".json";
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public FlowName {
    if (!isAllowed(value)) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" cannot name a flow: use 1 to 100 letters, digits, dots, dashes and underscores,"
              + " beginning with a letter or digit");
    }
  }

  /** Whether the text can name a flow. */
  public static boolean isAllowed(String text) {
    return ALLOWED.matcher(text).matches();
  }

  /**
   * The name of the flow in that file.
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public static FlowName of(Path file) {
    return new FlowName(textOf(file));
  }

  /** The same, whether or not it can name a flow. */
  public static String textOf(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  @Override
  public String toString() {
    return value;
  }
}
