// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Locale;
import java.util.Optional;

/**
 * From where a partition is to be read on.
 *
 * @param change why this is not where the reader stood, if it is not
 */
public record ResumePoint(ReadPosition position, Optional<Change> change) {

  /** What has become of a log while nobody looked. */
  public enum Reason {
    /** Its topic was deleted and made anew. */
    RECREATED,
    /** The broker has taken back records at its end. */
    TRUNCATED,
    /** Records at its beginning were deleted before they were read. */
    OVERTAKEN;

    /** The word for it in metrics. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param sentence which offsets are skipped or read again, for the log
   */
  public record Change(Reason reason, String sentence) {}

  /**
   * What the broker says of a partition.
   *
   * @param topicId empty when the broker has no ids
   * @param first offset of its first record
   * @param end offset behind its last record
   * @param divergence up to where it is what the reader has read, if the broker knows
   */
  record Log(Optional<String> topicId, long first, long end, Optional<ReadPosition> divergence) {}

  static ResumePoint unchanged(ReadPosition position) {
    return new ResumePoint(position, Optional.empty());
  }

  /** A topic of another id is read from its beginning. */
  static ResumePoint recreated(ReadPosition stood, Log log) {
    return changed(
        at(log.first(), log),
        Reason.RECREATED,
        "its topic was deleted and made anew (the id was %s and is %s). The old one was read up to offset %s; what it had from there on is lost. The new one is read from its beginning, offset %s; it ends at %s."
            .formatted(
                stood.topicId().orElse("unknown"),
                log.topicId().orElse("unknown"),
                Long.toString(stood.next()),
                Long.toString(log.first()),
                Long.toString(log.end())));
  }

  /** Where the reader goes on who stood there in this log. */
  static ResumePoint in(Log log, ReadPosition stood) {
    if (stood.next() < log.first()) {
      return changed(
          at(log.first(), log),
          Reason.OVERTAKEN,
          "the offsets %s to %s were deleted before they were read, and are skipped: is its retention too short? It is read on from offset %s."
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
        "the broker has taken back the offsets %s to %s, which were read: was a leader elected uncleanly? It is read on from offset %s; events that are written there again count again."
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
