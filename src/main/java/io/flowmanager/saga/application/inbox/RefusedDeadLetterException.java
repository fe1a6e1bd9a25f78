// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

/** The destination refuses this dead letter; it may accept others. */
public final class RefusedDeadLetterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the reason, without secrets
   */
  public RefusedDeadLetterException(String message) {
    super(message, null, false, false);
  }
}
