// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.util.Optional;

/** An attempt failed and may be repeated: there was no answer, or a 5xx. */
final class FailedAttemptException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  private FailedAttemptException(String message, Reply reply) {
    super(message, null, false, false);
    this.reply = reply;
  }

  static FailedAttemptException withoutAnswer(String message) {
    return new FailedAttemptException(message, null);
  }

  static FailedAttemptException with(Reply reply) {
    return new FailedAttemptException("answered " + reply.status(), reply);
  }

  Optional<Reply> reply() {
    return Optional.ofNullable(reply);
  }
}
