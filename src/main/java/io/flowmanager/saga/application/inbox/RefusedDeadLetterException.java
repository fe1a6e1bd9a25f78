// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

/** A dead letter is not taken by where it is to go, although others may be. */
public final class RefusedDeadLetterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message why, without secrets
   */
  public RefusedDeadLetterException(String message) {
    super(message, null, false, false);
  }
}
