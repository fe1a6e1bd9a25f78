// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

/** The tables cannot be used or created; the message says why. */
public final class UnusableTablesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableTablesException(String message) {
    super(message);
  }

  UnusableTablesException(String message, Throwable cause) {
    super(message, cause);
  }
}
