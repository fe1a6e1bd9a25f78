// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

/** A topic may not have a record; the message says which and why, without secrets. */
public final class UnsentRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsentRecordException(String message) {
    super(message, null, false, false);
  }
}
