// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.saga.domain.flow.FlowName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;

/**
 * What stands after {@code purge}.
 *
 * @param before sagas go whose final step was made earlier
 * @param isDry whether they are only counted
 */
record PurgeArguments(FlowName flow, Instant before, boolean isDry) {

  /**
   * @throws UsageException when an option is unknown, incomplete or missing
   */
  static PurgeArguments parse(List<String> arguments) {
    FlowName flow = null;
    Instant before = null;
    boolean isDry = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--flow" -> flow = flow(value(option, rest));
        case "--before" -> before = time(value(option, rest));
        case "--dry-run" -> isDry = true;
        default -> throw new UsageException("There is no option " + option + ".");
      }
    }
    if (flow == null || before == null) {
      throw new UsageException("purge needs --flow and --before.");
    }
    return new PurgeArguments(flow, before, isDry);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value.");
    }
    return rest.next();
  }

  private static FlowName flow(String text) {
    try {
      return new FlowName(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  /** A date begins at midnight in UTC. */
  private static Instant time(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(
          "--before must be a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z.");
    }
  }
}
