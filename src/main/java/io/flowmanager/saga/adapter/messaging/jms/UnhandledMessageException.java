// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

/** A message could not be handled, although the store is available. */
final class UnhandledMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnhandledMessageException(String detail) {
    super(detail);
  }
}
