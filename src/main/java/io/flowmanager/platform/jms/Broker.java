// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/** A broker that can be connected to, again and again. */
public interface Broker {

  /** What messages call it; holds no secret. */
  String address();

  /**
   * Connects; may take a while. Credentials are read anew.
   *
   * @param lost run at most once, on any thread, when the connection breaks by itself
   * @throws JMSException when the broker is away or refuses, with a message that holds no secret
   */
  BrokerConnection connect(Runnable lost) throws JMSException;
}
