// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A set of characters, which grows. */
final class CodePoints {

  private static final int ALL = Character.MAX_CODE_POINT + 1;

  private final BitSet members = new BitSet();

  /** The ranges, from and to in turn. */
  static CodePoints ofRanges(int... bounds) {
    var set = new CodePoints();
    for (int i = 0; i < bounds.length; i += 2) {
      set.add(bounds[i], bounds[i + 1]);
    }
    return set;
  }

  static CodePoints where(IntPredicate condition) {
    var set = new CodePoints();
    IntStream.range(0, ALL).filter(condition).forEach(set.members::set);
    return set;
  }

  void add(int first, int last) {
    members.set(first, last + 1);
  }

  void addAll(CodePoints others) {
    members.or(others.members);
  }

  /** All characters that are not in this set. */
  CodePoints inverted() {
    var set = new CodePoints();
    set.members.or(members);
    set.members.flip(0, ALL);
    return set;
  }

  /**
   * The set as a character class of RE2. Halves of surrogate pairs are in no text that we check.
   */
  String toClass() {
    var known = (BitSet) members.clone();
    known.clear(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
    if (known.isEmpty()) {
      return "[^\\x{0}-\\x{10FFFF}]";
    }
    var text = new StringBuilder("[");
    for (int first = known.nextSetBit(0); first >= 0; ) {
      int end = known.nextClearBit(first);
      text.append(hex(first));
      if (end - 1 > first) {
        text.append('-').append(hex(end - 1));
      }
      first = known.nextSetBit(end);
    }
    return text.append(']').toString();
  }

  private static String hex(int codePoint) {
    return "\\x{" + Integer.toHexString(codePoint) + "}";
  }
}
