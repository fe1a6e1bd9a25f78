// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.LogPartition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;

/** A row of {@code consumer_position}. */
@Entity
@Table(name = "consumer_position")
@IdClass(PartitionKey.class)
public class ConsumerPositionRow extends PartitionRow {

  @Column(name = "next_offset")
  private long nextOffset;

  @Column(name = "topic_id")
  private String topicId;

  @Column(name = "leader_epoch")
  private Integer leaderEpoch;

  protected ConsumerPositionRow() {}

  public ConsumerPositionRow(LogPartition partition, ConsumerPosition position) {
    super(partition);
    moveTo(position);
  }

  public ConsumerPosition position() {
    return new ConsumerPosition(
        nextOffset, Optional.ofNullable(topicId), Optional.ofNullable(leaderEpoch));
  }

  public final void moveTo(ConsumerPosition position) {
    nextOffset = position.next();
    topicId = position.log().orElse(null);
    leaderEpoch = position.epoch().orElse(null);
  }
}
