// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code timeout} of a state. */
final class TimeoutReader {

  /** A longer timeout would cause deadlines that databases cannot store. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Pattern DURATION =
      Pattern.compile("P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,9})?S)?)?");
  private static final String RULE =
      "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most P36500D, such as PT30M";

  MachineDefinition.Timeout read(Members members) {
    Duration after = members.need("after").flatMap(TimeoutReader::after).orElse(Duration.ZERO);
    return new MachineDefinition.Timeout(after, members.label("event"));
  }

  private static Optional<Duration> after(Node node) {
    Optional<String> text = node.string();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> after =
        text.filter(iso -> DURATION.matcher(iso).matches()).flatMap(TimeoutReader::parse);
    if (after.filter(TimeoutReader::isAllowed).isEmpty()) {
      node.fault(RULE);
    }
    return after;
  }

  private static boolean isAllowed(Duration after) {
    return after.compareTo(Duration.ZERO) > 0 && after.compareTo(LONGEST) <= 0;
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
