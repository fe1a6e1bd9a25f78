// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import java.util.concurrent.CompletionException;

/** The cause of a failure in an asynchronous call. */
record Failure(Throwable cause) {

  Failure {
    cause =
        cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
  }

  String reason() {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
