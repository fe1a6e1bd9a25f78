// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

/**
 * An error or a warning about a rules file.
 *
 * @param severity an error keeps the router from starting, a warning does not
 * @param pointer JSON pointer (RFC 6901) of the place, empty for the whole document
 * @param message what is wrong there and how to correct it; it reads on from the pointer
 */
public record RulesFinding(Severity severity, String pointer, String message) {

  /** Whether the finding prevents a start. */
  public enum Severity {
    ERROR,
    WARNING
  }

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "(document)" : pointer) + ": " + message;
  }
}
