// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

/** The cluster may not have the command; the message says what happened, without secrets. */
final class UndeliveredCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndeliveredCommandException(String message) {
    super(message, null, false, false);
  }
}
