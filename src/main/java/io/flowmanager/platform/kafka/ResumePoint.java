// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Locale;
import java.util.Optional;

/**
 * Where to resume reading a partition.
 *
 * @param change why this differs from the reader's position; empty if it does not
 */
public record ResumePoint(ReadPosition position, Optional<Change> change) {

  /** What happened to a log since it was last read. */
  public enum Reason {
    /** Its topic was deleted and created again. */
    RECREATED,
    /** The broker has removed records at its end. */
    TRUNCATED,
    /** Records at its beginning were deleted before they were read. */
    OVERTAKEN;

    /** The value in metrics. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param sentence which offsets are skipped or read again, for the log
   */
  public record Change(Reason reason, String sentence) {}

  /**
   * The state of a partition in the broker.
   *
   * @param topicId empty if the broker has no topic ids
   * @param first offset offset of its first record
   * @param end offset after its last record
   * @param divergence position up to which the log is the one that the reader has read, if the
   *     broker knows it
   */
  record Log(Optional<String> topicId, long first, long end, Optional<ReadPosition> divergence) {}

  static ResumePoint unchanged(ReadPosition position) {
    return new ResumePoint(position, Optional.empty());
  }

  /** The resume point in a topic that was created again: its beginning. */
  static ResumePoint recreated(ReadPosition stood, Log log) {
    return changed(
        at(log.first(), log),
        Reason.RECREATED,
        "its topic was deleted and created again (the id was %s and is %s). The old topic was read up to offset %s; its records from there on are lost. The new topic is read from its beginning, offset %s; it ends at %s."
            .formatted(
                stood.topicId().orElse("unknown"),
                log.topicId().orElse("unknown"),
                Long.toString(stood.next()),
                Long.toString(log.first()),
                Long.toString(log.end())));
  }

  /** The resume point of a reader with that position in this log. */
  static ResumePoint in(Log log, ReadPosition stood) {
    if (stood.next() < log.first()) {
      return changed(
          at(log.first(), log),
          Reason.OVERTAKEN,
          "the offsets %s to %s were deleted before they were read, and are skipped: is its retention too short? Reading resumes from offset %s."
              .formatted(
                  Long.toString(stood.next()),
                  Long.toString(log.first() - 1),
                  Long.toString(log.first())));
    }
    Optional<ReadPosition> parting = log.divergence().filter(d -> d.next() < stood.next());
    if (parting.isPresent()) {
      long from = Math.max(log.first(), parting.get().next());
      return truncated(new ReadPosition(from, log.topicId(), parting.get().epoch()), stood);
    }
    if (stood.next() <= log.end()) {
      return unchanged(new ReadPosition(stood.next(), log.topicId(), stood.epoch()));
    }
    return stood.topicId().isPresent()
        ? truncated(at(log.end(), log), stood)
        : recreated(stood, log);
  }

  private static ResumePoint truncated(ReadPosition from, ReadPosition stood) {
    return changed(
        from,
        Reason.TRUNCATED,
        "the broker has removed the offsets %s to %s, which were read: was there an unclean leader election? Reading resumes from offset %s; events that are written there again count again."
            .formatted(
                Long.toString(from.next()),
                Long.toString(stood.next() - 1),
                Long.toString(from.next())));
  }

  private static ReadPosition at(long offset, Log log) {
    return new ReadPosition(offset, log.topicId(), Optional.empty());
  }

  private static ResumePoint changed(ReadPosition from, Reason reason, String sentence) {
    return new ResumePoint(from, Optional.of(new Change(reason, sentence)));
  }
}
