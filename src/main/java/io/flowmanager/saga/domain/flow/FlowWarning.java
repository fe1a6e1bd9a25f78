// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

/**
 * Something odd in the form of a flow file that stops nothing.
 *
 * @param pointer JSON pointer (RFC 6901) of the place
 * @param message what is odd, and what became of it
 */
public record FlowWarning(Kind kind, String pointer, String message) {

  /** What is odd. */
  public enum Kind {
    /** A key that the format does not have. */
    UNKNOWN_KEY,
    /** A header that the server sets itself. */
    IGNORED_HEADER,
    /** A path that does not begin with a slash. */
    RELATIVE_PATH,
    /** A business state or event that tells people nothing. */
    NO_DESCRIPTION
  }

  @Override
  public String toString() {
    return new FlowFault(pointer, message).toString();
  }
}
