// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.channel.Channels;
import java.util.Map;

/**
 * How much a node wants to take from the outbox.
 *
 * @param commands how many in all
 * @param narrow of channels that can take little now, how many; of those only the oldest command of
 *     each saga
 */
public record ClaimLimits(int commands, Map<Channels.Key, Integer> narrow) {

  public ClaimLimits {
    narrow = Map.copyOf(narrow);
  }

  /** No channel is limited by itself. */
  public static ClaimLimits of(int commands) {
    return new ClaimLimits(commands, Map.of());
  }
}
