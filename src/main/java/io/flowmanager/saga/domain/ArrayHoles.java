// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

/**
 * Counts the holes that one merge makes in arrays. A payload names an index with a few characters,
 * and each of them could create a hundred thousand elements.
 */
final class ArrayHoles {

  private static final int MOST = 100_000;

  private int made;

  /**
   * @param more holes; none when it is zero or negative
   * @throws MergeFailedException when the merge makes too many
   */
  void add(int more) {
    made += Math.max(0, more);
    if (made > MOST) {
      throw new MergeFailedException(
          "The payload cannot be merged, because it would leave more than "
              + MOST
              + " elements of arrays empty; send a payload that names indexes near the ends of its"
              + " arrays.");
    }
  }
}
