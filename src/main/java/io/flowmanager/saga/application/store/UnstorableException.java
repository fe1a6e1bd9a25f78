// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

/**
 * The store will never take a value that it was given, and has done nothing. The same call fails
 * again, however often it comes.
 */
public final class UnstorableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnstorableException(String message, Throwable cause) {
    super(message, cause);
  }
}
