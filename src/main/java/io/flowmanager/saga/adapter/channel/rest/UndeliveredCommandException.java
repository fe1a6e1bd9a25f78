// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

/** The participant may not have the command; the message says what happened at which address. */
final class UndeliveredCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndeliveredCommandException(String message) {
    super(message, null, false, false);
  }
}
