// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/** A failure whose message is ours and contains no secret. */
final class BrokerFailureException extends JMSException {

  private static final long serialVersionUID = 1L;

  BrokerFailureException(String message) {
    super(message);
  }
}
