// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

/** A document is not that of a saga; the message says what is wrong and quotes no metadata. */
public final class UnreadableDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String message) {
    super(message, null, false, false);
  }
}
