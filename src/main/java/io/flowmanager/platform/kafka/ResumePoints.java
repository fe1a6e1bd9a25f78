// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Determines where to resume reading partitions. To be used by the polling thread. It waits for
 * Kafka, for a bounded time, and throws {@link KafkaException} if Kafka fails.
 */
public final class ResumePoints {

  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String BY_DURATION = "by_duration:";

  private final Consumer<?, ?> consumer;
  private final TopicIds ids;
  private final String whereNew;
  private final Map<TopicPartition, Optional<ReadPosition>> refused = new HashMap<>();

  /**
   * @param whereNew where a new group starts: earliest, latest or by_duration:…
   */
  ResumePoints(Consumer<?, ?> consumer, TopicIds ids, String whereNew) {
    this.consumer = consumer;
    this.ids = ids;
    this.whereNew = whereNew;
  }

  /** The position committed to Kafka for the group; empty if there is none. */
  public Optional<ReadPosition> ofGroup(TopicPartition partition) {
    return Optional.ofNullable(consumer.committed(Set.of(partition), BOUND).get(partition))
        .map(ReadPosition::of);
  }

  /** The start position of a new group. */
  public ReadPosition ofNewGroup(TopicPartition partition, Instant now) {
    ids.confirm(Set.of(partition.topic()));
    return new ReadPosition(beginning(partition, now), id(partition), Optional.empty());
  }

  private long beginning(TopicPartition partition, Instant now) {
    if (whereNew.startsWith(BY_DURATION)) {
      Instant since = now.minus(Duration.parse(whereNew.substring(BY_DURATION.length())));
      OffsetAndTimestamp found =
          consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()), BOUND).get(partition);
      return found == null ? end(partition) : found.offset();
    }
    return switch (whereNew) {
      case "earliest" -> first(partition);
      case "latest" -> end(partition);
      default ->
          throw new KafkaException(
              "The group has never read " + partition + ", and auto.offset.reset is " + whereNew);
    };
  }

  /**
   * The resume point of a reader with that position. The position is checked against the log if the
   * broker has refused it, or if its topic id is not known.
   */
  public ResumePoint resume(TopicPartition partition, ReadPosition stood) {
    ids.confirm(Set.of(partition.topic()));
    Optional<String> id = id(partition);
    if (id.isPresent() && stood.topicId().isPresent() && !id.equals(stood.topicId())) {
      return ResumePoint.recreated(stood, log(partition, Optional.empty()));
    }
    boolean isDoubtful = refused.containsKey(partition) || stood.topicId().isEmpty();
    if (!isDoubtful) {
      return ResumePoint.unchanged(stood);
    }
    Optional<ReadPosition> divergence = refused.getOrDefault(partition, Optional.empty());
    return ResumePoint.in(log(partition, divergence), stood);
  }

  private ResumePoint.Log log(TopicPartition partition, Optional<ReadPosition> divergence) {
    return new ResumePoint.Log(id(partition), first(partition), end(partition), divergence);
  }

  private Optional<String> id(TopicPartition partition) {
    return ids.of(partition.topic());
  }

  private long first(TopicPartition partition) {
    return consumer.beginningOffsets(List.of(partition), BOUND).get(partition);
  }

  private long end(TopicPartition partition) {
    return consumer.endOffsets(List.of(partition), BOUND).get(partition);
  }

  /**
   * Resumes reading at the position. If it has an epoch, the broker is first asked whether the log
   * is still the one that was read.
   */
  public void seek(TopicPartition partition, ReadPosition position) {
    Optional<Integer> epoch =
        refused.remove(partition) == null ? position.epoch() : Optional.empty();
    consumer.seek(partition, new OffsetAndMetadata(position.next(), epoch, ""));
  }

  /**
   * Pauses the partitions until they have a position: without one, a consumer would ask for the
   * group's, and fail if there is none.
   */
  public void await(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> consumer.seek(partition, 0));
    consumer.pause(partitions);
  }

  /**
   * Pauses partitions whose positions the broker does not have.
   *
   * @return those partitions that are still assigned; the exception may arrive late
   */
  Set<TopicPartition> refused(OffsetOutOfRangeException failure) {
    Set<TopicPartition> ours = new HashSet<>(failure.partitions());
    ours.retainAll(consumer.assignment());
    await(ours);
    ours.forEach(partition -> refused.put(partition, divergence(failure, partition)));
    return ours;
  }

  private static Optional<ReadPosition> divergence(
      OffsetOutOfRangeException failure, TopicPartition partition) {
    return failure instanceof LogTruncationException truncation
        ? Optional.ofNullable(truncation.divergentOffsets().get(partition))
            .map(at -> new ReadPosition(at.offset(), Optional.empty(), at.leaderEpoch()))
        : Optional.empty();
  }

  /** These partitions are no longer assigned to this reader. */
  public void forget(Collection<TopicPartition> partitions) {
    refused.keySet().removeAll(partitions);
  }
}
