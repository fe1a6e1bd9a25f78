// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.LogPartition;
import io.flowmanager.saga.domain.flow.FlowName;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Names a partition of a log as one channel reads it. */
class PartitionKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String flow;
  String channel;
  String consumerGroup;
  String topic;
  int partitionNo;

  protected PartitionKey() {}

  PartitionKey(LogPartition partition) {
    this.flow = partition.flow().value();
    this.channel = partition.channel();
    this.consumerGroup = partition.group();
    this.topic = partition.topic();
    this.partitionNo = partition.number();
  }

  LogPartition toPartition() {
    return new LogPartition(new FlowName(flow), channel, consumerGroup, topic, partitionNo);
  }

  List<Object> columns() {
    return List.of(flow, channel, consumerGroup, topic, partitionNo);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartitionKey key && key.columns().equals(columns());
  }

  @Override
  public int hashCode() {
    return Objects.hash(flow, channel, consumerGroup, topic, partitionNo);
  }
}
