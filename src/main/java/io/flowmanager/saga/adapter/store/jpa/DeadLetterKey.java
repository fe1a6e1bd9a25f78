// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.DeadLetter;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Names a message that led to nothing. */
class DeadLetterKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String flow;
  String channel;
  String consumerGroup;
  String topic;
  int partitionNo;
  long messageOffset;

  protected DeadLetterKey() {}

  static List<Object> columns(DeadLetter letter) {
    return Stream.concat(
            new PartitionKey(letter.partition()).columns().stream(), Stream.of(letter.offset()))
        .toList();
  }

  private List<Object> columns() {
    return List.of(flow, channel, consumerGroup, topic, partitionNo, messageOffset);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeadLetterKey key && key.columns().equals(columns());
  }

  @Override
  public int hashCode() {
    return Objects.hash(flow, channel, consumerGroup, topic, partitionNo, messageOffset);
  }
}
