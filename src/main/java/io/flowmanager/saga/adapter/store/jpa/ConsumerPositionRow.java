// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.LogPartition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code consumer_position}. */
@Entity
@Table(name = "consumer_position")
@IdClass(PartitionKey.class)
class ConsumerPositionRow extends PartitionRow {

  @Column(name = "next_offset")
  private long nextOffset;

  protected ConsumerPositionRow() {}

  ConsumerPositionRow(LogPartition partition, long position) {
    super(partition);
    nextOffset = position;
  }

  long position() {
    return nextOffset;
  }

  void moveTo(long position) {
    nextOffset = position;
  }
}
