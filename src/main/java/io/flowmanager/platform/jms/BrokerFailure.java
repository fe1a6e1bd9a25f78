// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/**
 * Failures with messages that may be shown. Messages of drivers are not used: they may quote user
 * names and addresses.
 */
public final class BrokerFailure {

  private BrokerFailure() {}

  /** A failure with our message; only the type of the cause is used. */
  static JMSException of(String message, Throwable cause) {
    return new BrokerFailureException(message + " (" + kind(cause) + ")");
  }

  /** The message if it is ours, else the type of the failure. */
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
