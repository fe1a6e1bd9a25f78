// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/** Failures in words that may be shown: drivers quote user names and addresses in theirs. */
public final class BrokerFailure {

  private BrokerFailure() {}

  /** A failure whose message is ours; the cause is only for its kind. */
  static JMSException of(String message, Throwable cause) {
    return new BrokerFailureException(message + " (" + kind(cause) + ")");
  }

  /** What went wrong, if we have said so ourselves; else its kind. */
  public static String words(Throwable failure) {
    return failure instanceof BrokerFailureException ? failure.getMessage() : kind(failure);
  }

  private static String kind(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
