// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.problem;

import java.util.List;
import java.util.OptionalInt;

/**
 * An error response for a caller (RFC 9457).
 *
 * @param status HTTP status code
 * @param title the kind of problem in a few words; the same for all problems of a kind
 * @param detail what is wrong with this request, where, and what to do about it
 * @param errors all faults, if there may be several
 * @param retryAfterSeconds after how many seconds a retry makes sense
 */
public record Problem(
    int status, String title, String detail, List<Fault> errors, OptionalInt retryAfterSeconds) {

  /**
   * One fault among several.
   *
   * @param pointer JSON pointer (RFC 6901) into the request body
   * @param detail what is wrong there
   */
  public record Fault(String pointer, String detail) {}

  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of(), OptionalInt.empty());
  }

  public static Problem of(int status, String title, String detail, List<Fault> errors) {
    return new Problem(status, title, detail, List.copyOf(errors), OptionalInt.empty());
  }

  /** The same problem, with a {@code Retry-After} of that many seconds. */
  public Problem retryAfter(int seconds) {
    return new Problem(status, title, detail, errors, OptionalInt.of(seconds));
  }
}
