// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

/**
 * The store cannot represent a value that it was given. Nothing has changed, and the same call will
 * always fail.
 */
public final class UnstorableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnstorableException(String message, Throwable cause) {
    super(message, cause);
  }
}
