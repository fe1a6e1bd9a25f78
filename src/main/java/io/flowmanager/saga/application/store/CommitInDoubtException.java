// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

/**
 * The connection to the store failed during a commit. Whether the commit took effect is unknown.
 */
public final class CommitInDoubtException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommitInDoubtException(String message, Throwable cause) {
    super(message, cause);
  }
}
