// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

/**
 * A fault of a flow file.
 *
 * @param pointer JSON pointer (RFC 6901) of the place, empty for the whole document
 * @param message one sentence: what is wrong and how to correct it
 */
public record FlowFault(String pointer, String message) {

  /** A key that occurs more than once in its object. */
  public static FlowFault repeated(String pointer) {
    return new FlowFault(pointer, "occurs more than once in its object; only one can count");
  }

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "(document)" : pointer) + ": " + message;
  }
}
