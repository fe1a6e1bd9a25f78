// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.LogPartition;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code consumer_position}. */
@Entity
@Table(name = "consumer_position")
@IdClass(PartitionKey.class)
class ConsumerPositionRow {

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

  @Column(name = "next_offset")
  private long nextOffset;

  protected ConsumerPositionRow() {}

  ConsumerPositionRow(LogPartition partition, long position) {
    flow = partition.flow().value();
    channel = partition.channel();
    consumerGroup = partition.group();
    topic = partition.topic();
    partitionNo = partition.number();
    nextOffset = position;
  }

  LogPartition partition() {
    return new LogPartition(new FlowName(flow), channel, consumerGroup, topic, partitionNo);
  }

  long position() {
    return nextOffset;
  }

  void moveTo(long position) {
    nextOffset = position;
  }
}
