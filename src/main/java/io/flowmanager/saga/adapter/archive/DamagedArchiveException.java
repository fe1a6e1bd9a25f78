// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

/** Something in the archive is not as it was written; the message says what. */
public final class DamagedArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedArchiveException(String message) {
    super(message);
  }
}
