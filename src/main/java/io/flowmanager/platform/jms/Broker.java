// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/** A broker that can be connected to, again and again. */
public interface Broker {

  /** The broker's name in messages; contains no secret. */
  String address();

  /**
   * Connects; may block for a while. Credentials are read again each time.
   *
   * @param lost run at most once, on any thread, when the connection is lost
   * @throws JMSException if the broker is unreachable or refuses the connection; the message
   *     contains no secret
   */
  BrokerConnection connect(Runnable lost) throws JMSException;
}
