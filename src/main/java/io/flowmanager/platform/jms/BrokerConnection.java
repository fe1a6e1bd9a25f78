// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;
import java.util.Optional;

/** A connection that many threads share. */
public interface BrokerConnection extends AutoCloseable {

  /**
   * A session for one thread.
   *
   * @param destination where it reads; empty for one that only sends
   */
  BrokerSession open(Optional<InputDestination> destination) throws JMSException;

  /** Ends all sessions; what they have not committed has not happened. */
  @Override
  void close();
}
