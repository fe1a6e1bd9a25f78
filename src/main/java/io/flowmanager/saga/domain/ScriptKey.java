// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Keys as JavaScript treats them. */
final class ScriptKey {

  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final long FIRST_NO_INDEX = 0xFFFF_FFFFL;

  private ScriptKey() {}

  /** An array index is a whole number below 2^32 - 1, without leading zeros. */
  static boolean isIndex(String key) {
    boolean mayBe = !key.isEmpty() && key.charAt(0) >= '0' && key.charAt(0) <= '9';
    return mayBe && DIGITS.matcher(key).matches() && Long.parseLong(key) < FIRST_NO_INDEX;
  }

  /**
   * The order in which JavaScript walks over an object: indexes by size, then the rest as written.
   */
  static Collection<String> inOrder(Collection<String> keys) {
    return keys.stream().anyMatch(ScriptKey::isIndex) ? sorted(keys) : keys;
  }

  private static List<String> sorted(Collection<String> keys) {
    return keys.stream()
        .sorted(
            Comparator.comparingLong(key -> isIndex(key) ? Long.parseLong(key) : FIRST_NO_INDEX))
        .toList();
  }
}
