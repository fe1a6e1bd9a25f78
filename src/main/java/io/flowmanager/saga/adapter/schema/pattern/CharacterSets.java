// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

/** The character sets that ECMA-262 has names for, besides those of Unicode. */
final class CharacterSets {

  static final CodePoints DIGITS = CodePoints.ofRanges('0', '9');
  static final CodePoints WORD = CodePoints.ofRanges('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
  static final CodePoints LINE_ENDS = CodePoints.ofRanges('\n', '\n', '\r', '\r', 0x2028, 0x2029);

  /** WhiteSpace and LineTerminator. */
  static final CodePoints SPACES =
      CodePoints.ofRanges(
          0x9, 0xD, 0x20, 0x20, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F,
          0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

  private CharacterSets() {}
}
