// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

/**
 * Lets a share of all commands fail.
 *
 * @param percent how many of a hundred
 */
public record BadLuck(int percent) {

  public BadLuck {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "The share of failures is a percentage from 0 to 100, not " + percent + ".");
    }
  }

  /**
   * The command's id decides, so that a command which is carried out again after a crash ends the
   * same way.
   */
  public boolean strikes(Command command) {
    return Math.floorMod(command.id().hashCode(), 100) < percent;
  }
}
