// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** DB_STATEMENT_TIMEOUT: how long an answer of the database is waited for. */
final class StatementTimeout {

  static final String NAME = "DB_STATEMENT_TIMEOUT";

  private static final Duration DEFAULT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(1);

  private StatementTimeout() {}

  /**
   * @throws UnusableSettingException when the text is no duration within the bounds
   */
  static Duration read(Optional<String> text) {
    return text.map(StatementTimeout::parse).orElse(DEFAULT);
  }

  private static Duration parse(String text) {
    try {
      Duration limit = Duration.parse(text);
      if (limit.compareTo(SHORTEST) >= 0 && limit.compareTo(LONGEST) <= 0) {
        return limit;
      }
    } catch (DateTimeException noDuration) {
      throw unusable(text);
    }
    throw unusable(text);
  }

  private static UnusableSettingException unusable(String text) {
    return new UnusableSettingException(
        NAME + " must be a duration from PT2S to PT1H, such as PT10S, but is '" + text + "'.");
  }
}
