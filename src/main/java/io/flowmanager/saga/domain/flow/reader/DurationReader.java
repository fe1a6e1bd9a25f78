// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.document.Node;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads ISO-8601 durations of days, hours, minutes and seconds. */
final class DurationReader {

  /** A longer one would lead to times that databases cannot store. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Pattern DURATION =
      Pattern.compile("P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,9})?S)?)?");

  /** What {@link #read} takes, as part of a sentence. */
  static final String RULE =
      "an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most P36500D";

  private DurationReader() {}

  /**
   * The duration; a fault when the value is none.
   *
   * @param rule what is wrong then
   */
  static Optional<Duration> read(Node node, String rule) {
    Optional<String> text = node.string();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration =
        text.filter(iso -> DURATION.matcher(iso).matches()).flatMap(DurationReader::parse);
    if (duration.filter(DurationReader::isAllowed).isEmpty()) {
      node.fault(rule);
    }
    return duration;
  }

  private static boolean isAllowed(Duration duration) {
    return duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0;
  }

  /** Nothing, when the numbers are beyond what a duration can hold. */
  private static Optional<Duration> parse(String iso) {
    try {
      return Optional.of(Duration.parse(iso));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
