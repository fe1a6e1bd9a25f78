// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

/**
 * What one character of a text is compared with: one character or a set of them.
 *
 * @param single the character; -1 for a set
 * @param set of one character, or of several; none for a set that only a JavaScript engine knows
 */
record Piece(int single, CodePoints set) {

  /** A set that only a JavaScript engine knows. */
  static final Piece UNKNOWN = new Piece(-1, null);

  static Piece of(int character) {
    return new Piece(character, CodePoints.ofRanges(character, character));
  }

  static Piece of(CodePoints set) {
    return new Piece(-1, set);
  }

  boolean isKnown() {
    return set != null;
  }

  boolean isSingle() {
    return single >= 0;
  }
}
