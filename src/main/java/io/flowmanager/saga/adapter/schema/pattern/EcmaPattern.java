// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.util.Optional;

/**
 * A regular expression of ECMA-262 that has been read.
 *
 * @param source as it was written
 * @param flags {@code u}, or none where it is valid only without that flag
 * @param linear the same in the words of RE2; empty when it has no translation
 * @param weight about how many states a machine for it has
 */
public record EcmaPattern(String source, String flags, Optional<String> linear, long weight) {

  /**
   * Reads a pattern as with the flag {@code u}, as JSON Schema demands. One that is invalid so is
   * read once more without it: old files escape characters that need no escape. There, too, an
   * escaped letter without a meaning is refused, and characters are not cut into halves.
   *
   * @throws InvalidPatternException when it is no regular expression
   */
  public static EcmaPattern read(String source) {
    try {
      return new PatternReader(source, true).read();
    } catch (InvalidPatternException e) {
      return lenient(source).orElseThrow(() -> e);
    }
  }

  /** Whether the text is a regular expression with the flag {@code u}. */
  public static boolean isValid(String source) {
    try {
      new PatternReader(source, true).read();
      return true;
    } catch (InvalidPatternException e) {
      return false;
    }
  }

  private static Optional<EcmaPattern> lenient(String source) {
    try {
      return Optional.of(new PatternReader(source, false).read());
    } catch (InvalidPatternException e) {
      return Optional.empty();
    }
  }
}
