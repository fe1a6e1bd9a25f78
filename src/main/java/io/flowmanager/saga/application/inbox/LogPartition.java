// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.domain.flow.FlowName;

/**
 * One partition of a topic, as read by one flow, channel and group. Each of them has its own
 * position.
 */
public record LogPartition(FlowName flow, String channel, String group, String topic, int number) {

  @Override
  public String toString() {
    return topic + "-" + number + " of channel " + flow + "/" + channel;
  }
}
