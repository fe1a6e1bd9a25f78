// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far a partition has been read.
 *
 * @param next offset of the first record that has not been read
 * @param topicId id of the topic that the offset belongs to; empty if it is not known
 * @param epoch leader epoch of the previous record, if known
 */
public record ReadPosition(long next, Optional<String> topicId, Optional<Integer> epoch) {

  private static final String PREFIX = "topicId=";

  /** The position of an offset committed to Kafka, whose metadata is the topic's id. */
  static ReadPosition of(OffsetAndMetadata committed) {
    Optional<String> topicId =
        Optional.ofNullable(committed.metadata())
            .filter(metadata -> metadata.startsWith(PREFIX))
            .map(metadata -> metadata.substring(PREFIX.length()));
    return new ReadPosition(committed.offset(), topicId, committed.leaderEpoch());
  }

  OffsetAndMetadata toCommit() {
    return new OffsetAndMetadata(next, epoch, topicId.map(PREFIX::concat).orElse(""));
  }
}
