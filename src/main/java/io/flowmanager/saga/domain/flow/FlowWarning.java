// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

/**
 * A doubtful place in the form of a flow file. It stops nothing.
 *
 * @param pointer JSON pointer (RFC 6901) of the place
 * @param message what is doubtful, and what the server does about it
 */
public record FlowWarning(Kind kind, String pointer, String message) {

  /** The kinds of warnings. */
  public enum Kind {
    /** A key that the format does not have. */
    UNKNOWN_KEY,
    /** A header that the server sets itself. */
    IGNORED_HEADER,
    /** A path that does not begin with a slash. */
    RELATIVE_PATH,
    /** A business state or event without a description. */
    NO_DESCRIPTION
  }

  @Override
  public String toString() {
    return new FlowFault(pointer, message).toString();
  }
}
