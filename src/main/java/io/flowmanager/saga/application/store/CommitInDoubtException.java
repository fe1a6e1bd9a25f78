// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

/** The store broke off: what it was told last may have happened, or not. */
public final class CommitInDoubtException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommitInDoubtException(String message, Throwable cause) {
    super(message, cause);
  }
}
