// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.channel.Channels;
import java.util.Map;

/**
 * How many commands a node claims from the outbox.
 *
 * @param commands maximum number in total
 * @param narrow maximum number for each channel that has little capacity now; of such a channel,
 *     only the oldest command of each saga is claimed
 */
public record ClaimLimits(int commands, Map<Channels.Key, Integer> narrow) {

  public ClaimLimits {
    narrow = Map.copyOf(narrow);
  }

  /** No limits for single channels. */
  public static ClaimLimits of(int commands) {
    return new ClaimLimits(commands, Map.of());
  }
}
