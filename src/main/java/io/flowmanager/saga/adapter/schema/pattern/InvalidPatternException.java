// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

/** A text is no regular expression of ECMA-262; the message says why and where. */
public final class InvalidPatternException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidPatternException(String message) {
    super(message);
  }
}
