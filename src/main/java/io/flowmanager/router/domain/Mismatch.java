// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

/**
 * The first place where the metadata does not meet the conditions of a rule.
 *
 * @param pointer JSON pointer (RFC 6901) into the metadata
 * @param reason what is there instead; it reads on from the pointer
 */
public record Mismatch(String pointer, String reason) {

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "The metadata" : pointer) + " " + reason;
  }
}
