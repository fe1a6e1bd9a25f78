// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.domain.flow.FlowName;

/**
 * One partition of a log, as the readers of one channel see it. Whoever reads the same log for
 * another flow, channel or group has read it to another point.
 */
public record LogPartition(FlowName flow, String channel, String group, String topic, int number) {

  @Override
  public String toString() {
    return topic + "-" + number + " of channel " + flow + "/" + channel;
  }
}
