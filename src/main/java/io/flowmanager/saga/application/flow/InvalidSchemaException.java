// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

/** A JSON Schema cannot be used. The message says why, in one or more sentences. */
public final class InvalidSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidSchemaException(String message) {
    super(message);
  }
}
