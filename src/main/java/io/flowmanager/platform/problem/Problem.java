// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.problem;

import java.util.List;
import java.util.OptionalInt;

/**
 * A refusal as a caller sees it (RFC 9457).
 *
 * @param status HTTP status code
 * @param title the kind of problem in a few words, the same for each one of its kind
 * @param detail what is wrong this time, where, and what to do about it
 * @param errors every single fault, where there may be several
 * @param retryAfterSeconds when it makes sense to try again
 */
public record Problem(
    int status, String title, String detail, List<Fault> errors, OptionalInt retryAfterSeconds) {

  /**
   * One fault among several.
   *
   * @param pointer JSON pointer (RFC 6901) into what was sent
   * @param detail what is wrong there
   */
  public record Fault(String pointer, String detail) {}

  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of(), OptionalInt.empty());
  }

  public static Problem of(int status, String title, String detail, List<Fault> errors) {
    return new Problem(status, title, detail, List.copyOf(errors), OptionalInt.empty());
  }

  /** The same, with advice to come back after that many seconds. */
  public Problem retryAfter(int seconds) {
    return new Problem(status, title, detail, errors, OptionalInt.of(seconds));
  }
}
