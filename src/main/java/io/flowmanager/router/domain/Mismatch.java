// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

/**
 * The first place where metadata do not have what a rule wants.
 *
 * @param pointer JSON pointer (RFC 6901) into the metadata
 * @param reason what is there instead, to be read behind the pointer
 */
public record Mismatch(String pointer, String reason) {

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "The metadata" : pointer) + " " + reason;
  }
}
