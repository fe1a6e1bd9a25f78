// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.saga.application.inbox.LogPartition;
import java.io.Serializable;
import java.util.List;

/** Names a partition of a log as one channel reads it. */
public class PartitionKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String flow;
  String channel;
  String consumerGroup;
  String topic;
  int partitionNo;

  protected PartitionKey() {}

  public PartitionKey(LogPartition partition) {
    flow = partition.flow().value();
    channel = partition.channel();
    consumerGroup = partition.group();
    topic = partition.topic();
    partitionNo = partition.number();
  }

  public List<Object> columns() {
    return List.of(flow, channel, consumerGroup, topic, partitionNo);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PartitionKey key && key.columns().equals(columns());
  }

  @Override
  public final int hashCode() {
    return columns().hashCode();
  }
}
