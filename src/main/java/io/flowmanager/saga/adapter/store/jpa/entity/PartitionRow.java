// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** The columns that name a partition of a log as one channel reads it. */
@MappedSuperclass
abstract class PartitionRow {

  @Id
  @Column(name = "flow")
  private String flow;

  @Id
  @Column(name = "channel")
  private String channel;

  @Id
  @Column(name = "consumer_group")
  private String consumerGroup;

  @Id
  @Column(name = "topic")
  private String topic;

  @Id
  @Column(name = "partition_no")
  private int partitionNo;

  protected PartitionRow() {}

  PartitionRow(LogPartition partition) {
    flow = partition.flow().value();
    channel = partition.channel();
    consumerGroup = partition.group();
    topic = partition.topic();
    partitionNo = partition.number();
  }

  public LogPartition partition() {
    return new LogPartition(new FlowName(flow), channel, consumerGroup, topic, partitionNo);
  }
}
