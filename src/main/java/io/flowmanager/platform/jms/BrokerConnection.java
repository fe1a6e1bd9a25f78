// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;
import java.util.Optional;

/** A connection that threads share. */
public interface BrokerConnection extends AutoCloseable {

  /**
   * A session for one thread.
   *
   * @param destination the destination to read from; empty for a session that only sends
   */
  BrokerSession open(Optional<InputDestination> destination) throws JMSException;

  /** Ends all sessions; uncommitted work is rolled back. */
  @Override
  void close();
}
